# Answers <calypso-invoice> in Python 3.8 or later:  python3 proxy.py
import hashlib, hmac, json, os, re, time, urllib.error, urllib.request
from datetime import datetime, timezone
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

URL = os.environ.get("CALYPSO_API_URL", "https://api.calypso.money") + "/api/v1/invoice"
ACCOUNT, KEY, SECRET = (os.environ["CALYPSO_" + name] for name in ("ACCOUNT", "KEY", "SECRET"))
BASE = os.environ.get("BASE_PATH", "/api/invoices").rstrip("/")
TIMEOUT = float(os.environ.get("TIMEOUT", "8000")) / 1000
PATH = re.compile(re.escape(BASE) + r"/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.I)
FIELDS = """idempotencyKey type state amount currency invoiceAddress totalDebitAmount lowerBound createdDate expiration
  description fiatAmount fiatCurrency lastFiatUpdated interventionType isInterventionResolved lastDepositHash returnUrl
  supportUrl logoUrl""".split()
TITLES = {404: "Not Found", 405: "Method Not Allowed", 502: "Bad Gateway", 504: "Gateway Timeout"}

def ask_calypso(key):
    now = int(time.time() * 1000)
    body = json.dumps({"timestamp": now, "account": ACCOUNT, "payload": {"idempotencyKey": key}}).encode()
    sign = hmac.new(SECRET.encode(), body, hashlib.sha512).hexdigest()
    request = urllib.request.Request(URL, body, {"Content-Type": "application/json", "Key": KEY, "Sign": sign})
    try:
        text = urllib.request.urlopen(request, timeout=TIMEOUT).read()
    except urllib.error.HTTPError as error:
        text = error.read()
    digits = lambda number: format(Decimal(number), "f")  # A float would round what is due.
    return json.loads(text, parse_float=digits, parse_int=digits)

def read_invoice(key):
    try:
        invoice = ask_calypso(key)
        if invoice.get("errorCode") == "004":
            return 404, "There is no such invoice."
        if invoice["idempotencyKey"] != key or not isinstance(invoice["state"], str):
            raise ValueError("This is another invoice, or none.")
    except Exception as error:
        return (504, "Calypso is late.") if "timed out" in str(error) else (502, "Calypso could not be read.")
    known = {name: invoice[name] for name in FIELDS if isinstance(invoice.get(name), (str, bool))}
    return 200, {**known, "serverTime": datetime.now(timezone.utc).isoformat()}

class Proxy(BaseHTTPRequestHandler):
    def do_GET(self):
        path = PATH.fullmatch(self.path.split("?")[0])
        self.answer(*read_invoice(path[1].lower()) if path else (404, "There is no such invoice."))

    def do_POST(self):
        self.answer(405, "An invoice can only be read.")

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json" if status == 200 else "application/problem+json")
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        body = body if status == 200 else {"title": TITLES[status], "status": status, "detail": body}
        self.wfile.write(b"" if self.command == "HEAD" else json.dumps(body).encode())

    do_HEAD = do_GET

ThreadingHTTPServer((os.environ.get("HOST", ""), int(os.environ.get("PORT", "8080"))), Proxy).serve_forever()
