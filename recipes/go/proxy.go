// Answers <calypso-invoice> in Go 1.19 or later:  go run proxy.go  (gofmt would make more lines of it)
package main

import ("crypto/hmac"; "crypto/sha512"; "encoding/json"; "fmt"; "log"; "net/http"; "os"; "regexp"; "strings"; "time")

var timeout, _ = time.ParseDuration(env("TIMEOUT", "8000") + "ms")
var client = http.Client{Timeout: timeout}
var path = regexp.MustCompile("^" + regexp.QuoteMeta(env("BASE_PATH", "/api/invoices")) + `/([\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12})$`)
var number = regexp.MustCompile(`^-?\d.*`)
var fields = strings.Fields(`idempotencyKey type state amount currency invoiceAddress totalDebitAmount lowerBound
	createdDate expiration description fiatAmount fiatCurrency lastFiatUpdated interventionType isInterventionResolved
	lastDepositHash returnUrl supportUrl logoUrl`)

func env(name, otherwise string) string {
	if value := os.Getenv(name); value != "" { return value }
	return otherwise
}

func askCalypso(key string) (invoice map[string]json.RawMessage, err error) {
	body := fmt.Sprintf(`{"timestamp":%d,"account":%q,"payload":{"idempotencyKey":%q}}`,
		time.Now().UnixMilli(), os.Getenv("CALYPSO_ACCOUNT"), key)
	mac := hmac.New(sha512.New, []byte(os.Getenv("CALYPSO_SECRET")))
	mac.Write([]byte(body))
	url := env("CALYPSO_API_URL", "https://api.calypso.money") + "/api/v1/invoice"
	request, err := http.NewRequest("POST", url, strings.NewReader(body))
	if err != nil { return nil, err }
	sign := fmt.Sprintf("%x", mac.Sum(nil))
	request.Header = http.Header{"Content-Type": {"application/json"}, "Key": {os.Getenv("CALYPSO_KEY")}, "Sign": {sign}}
	response, err := client.Do(request)
	if err != nil { return nil, err }
	defer response.Body.Close()
	return invoice, json.NewDecoder(response.Body).Decode(&invoice)
}

func read(key string) (int, map[string]any) {
	invoice, err := askCalypso(key)
	if os.IsTimeout(err) { return 504, nil }
	if err == nil && string(invoice["errorCode"]) == `"004"` { return 404, nil }
	if err != nil || string(invoice["idempotencyKey"]) != `"`+key+`"` || invoice["state"] == nil { return 502, nil }
	answer := map[string]any{"serverTime": time.Now().UTC()}
	for _, name := range fields { // A float would round what is due: numbers become texts, digit for digit.
		if value := invoice[name]; value != nil && !strings.Contains("{[", string(value[:1])) {
			answer[name] = json.RawMessage(number.ReplaceAll(value, []byte(`"$0"`)))
		}
	}
	return 200, answer
}

func handle(out http.ResponseWriter, request *http.Request) {
	status, answer, kind := 404, map[string]any(nil), "application/json"
	if match := path.FindStringSubmatch(request.URL.EscapedPath()); match != nil { status, answer = read(strings.ToLower(match[1])) }
	if request.Method != "GET" && request.Method != "HEAD" { status, answer = 405, nil }
	if answer == nil { answer, kind = map[string]any{"title": http.StatusText(status), "status": status}, "application/problem+json" }
	for name, value := range map[string]string{"Content-Type": kind, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"} { out.Header().Set(name, value) }
	out.WriteHeader(status)
	json.NewEncoder(out).Encode(answer)
}

func main() { log.Fatal(http.ListenAndServe(env("HOST", "")+":"+env("PORT", "8080"), http.HandlerFunc(handle))) }
