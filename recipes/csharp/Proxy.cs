// Answers <calypso-invoice> in C#: as Program.cs of a .NET console project, or  mcs -r:System.Net.Http.dll Proxy.cs && mono Proxy.exe
using System; using System.Collections.Generic; using System.Linq; using System.Net; using System.Net.Http;
using System.Security.Cryptography; using System.Text; using System.Text.RegularExpressions; using System.Threading.Tasks;

static class Proxy {
  static readonly HttpClient Client = new HttpClient { Timeout = TimeSpan.FromMilliseconds(double.Parse(Env("TIMEOUT", "8000"))) };
  static readonly Regex Path = new Regex("^" + Regex.Escape(Env("BASE_PATH", "/api/invoices")) + @"/([\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12})\z");
  static readonly string[] Fields = ("idempotencyKey type state amount currency invoiceAddress totalDebitAmount lowerBound createdDate expiration " +
    "description fiatAmount fiatCurrency lastFiatUpdated interventionType isInterventionResolved lastDepositHash returnUrl supportUrl logoUrl").Split(' ');
  static string Env(string name, string otherwise) { return Environment.GetEnvironmentVariable(name) ?? otherwise; }

  // A text, a bracket, or anything else that is not made of parts: numbers are never parsed, and so keep every digit.
  static readonly Regex Token = new Regex("\"(?:[^\"\\\\]|\\\\.)*\"|[{}\\[\\]]|[^\\s{}\\[\\]:,\"]+", RegexOptions.Singleline);
  static Dictionary<string, string> MembersOf(string json) {
    var members = new Dictionary<string, string>();
    string name = null;
    var depth = 0;
    foreach (var token in Token.Matches(json).Cast<Match>().Select(it => it.Value)) {
      if (token == "{" || token == "[") depth++;
      else if (token == "}" || token == "]") name = --depth == 1 ? null : name;
      else if (depth == 1 && name == null) name = token.Trim('"');
      else if (depth == 1) { members[name] = Regex.IsMatch(token, @"^-?\d") ? "\"" + token + "\"" : token; name = null; }
    }
    return members;
  }

  static Dictionary<string, string> AskCalypso(string key) {
    var now = (DateTime.UtcNow - new DateTime(1970, 1, 1)).Ticks / TimeSpan.TicksPerMillisecond;
    var body = "{\"timestamp\":" + now + ",\"account\":\"" + Env("CALYPSO_ACCOUNT", "") + "\",\"payload\":{\"idempotencyKey\":\"" + key + "\"}}";
    var hash = new HMACSHA512(Encoding.UTF8.GetBytes(Env("CALYPSO_SECRET", ""))).ComputeHash(Encoding.UTF8.GetBytes(body));
    var request = new HttpRequestMessage(HttpMethod.Post, Env("CALYPSO_API_URL", "https://api.calypso.money") + "/api/v1/invoice");
    request.Content = new StringContent(body, Encoding.UTF8, "application/json");
    request.Headers.Add("Key", Env("CALYPSO_KEY", ""));
    request.Headers.Add("Sign", BitConverter.ToString(hash).Replace("-", "").ToLower());
    return MembersOf(Client.SendAsync(request).GetAwaiter().GetResult().Content.ReadAsStringAsync().GetAwaiter().GetResult());
  }

  static int Read(string key, out Dictionary<string, string> invoice) {
    invoice = new Dictionary<string, string>();
    try { invoice = AskCalypso(key); } catch (Exception error) { return error is TaskCanceledException ? 504 : 502; }
    if (invoice.ContainsKey("errorCode") && invoice["errorCode"] == "\"004\"") return 404;
    return invoice.ContainsKey("state") && invoice.ContainsKey("idempotencyKey") && invoice["idempotencyKey"] == "\"" + key + "\"" ? 200 : 502;
  }

  static void Answer(HttpListenerContext context) {
    var invoice = new Dictionary<string, string>();
    var match = Path.Match(context.Request.RawUrl.Split('?')[0]);
    var isRead = context.Request.HttpMethod == "GET" || context.Request.HttpMethod == "HEAD";
    var status = !isRead ? 405 : !match.Success ? 404 : Read(match.Groups[1].Value.ToLower(), out invoice);
    var members = Fields.Where(invoice.ContainsKey).Select(name => "\"" + name + "\":" + invoice[name]).Concat(new[] { "\"serverTime\":\"" + DateTime.UtcNow.ToString("o") + "\"" });
    var json = "{" + (status == 200 ? string.Join(",", members) : "\"title\":\"" + (HttpStatusCode)status + "\",\"status\":" + status) + "}";
    var headers = new Dictionary<string, string> { { "Content-Type", status == 200 ? "application/json" : "application/problem+json" }, { "Cache-Control", "no-store" }, { "X-Content-Type-Options", "nosniff" } };
    context.Response.StatusCode = status;
    foreach (var header in headers) context.Response.AddHeader(header.Key, header.Value);
    context.Response.Close(context.Request.HttpMethod == "HEAD" ? new byte[0] : Encoding.UTF8.GetBytes(json), false);
  }

  static void Main() { var listener = new HttpListener(); listener.Prefixes.Add("http://" + Env("HOST", "*") + ":" + Env("PORT", "8080") + "/"); listener.Start(); while (true) { var context = listener.GetContext(); Task.Run(() => Answer(context)); } }
}
