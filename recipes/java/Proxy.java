// Answers <calypso-invoice> in Java 17 or later:  java Proxy.java
import com.sun.net.httpserver.*;
import java.net.*; import java.net.http.*; import java.nio.charset.StandardCharsets;
import java.time.*; import java.util.*; import java.util.regex.*;

class Proxy {
  static final Duration TIMEOUT = Duration.ofMillis(Long.parseLong(env("TIMEOUT", "8000")));
  static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  static final Pattern PATH = Pattern.compile(Pattern.quote(env("BASE_PATH", "/api/invoices")) + "/(\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");
  static final Set<String> FIELDS = Set.of(("idempotencyKey type state amount currency invoiceAddress totalDebitAmount lowerBound createdDate expiration "
      + "description fiatAmount fiatCurrency lastFiatUpdated interventionType isInterventionResolved lastDepositHash returnUrl supportUrl logoUrl").split(" "));
  static String env(String name, String otherwise) { return System.getenv().getOrDefault(name, otherwise); }

  /** A text, a bracket, or anything else that is not made of parts: numbers are never parsed, and so keep every digit. */
  static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[{}\\[\\]]|[^\\s{}\\[\\]:,\"]+");
  static Map<String, String> membersOf(String json) {
    var members = new TreeMap<String, String>();
    String name = null;
    int depth = 0;
    for (var token : TOKEN.matcher(json).results().map(MatchResult::group).toList()) {
      if (token.equals("{") || token.equals("[")) depth++;
      else if (token.equals("}") || token.equals("]")) name = --depth == 1 ? null : name;
      else if (depth == 1 && name == null) name = token.substring(1, token.length() - 1);
      else if (depth == 1) { members.put(name, token.matches("-?\\d.*") ? '"' + token + '"' : token); name = null; }
    }
    return members;
  }
  static Map<String, String> askCalypso(String key) throws Exception {
    var body = "{\"timestamp\":%d,\"account\":\"%s\",\"payload\":{\"idempotencyKey\":\"%s\"}}".formatted(System.currentTimeMillis(), env("CALYPSO_ACCOUNT", ""), key);
    var mac = javax.crypto.Mac.getInstance("HmacSHA512");
    mac.init(new javax.crypto.spec.SecretKeySpec(env("CALYPSO_SECRET", "").getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
    var sign = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    var request = HttpRequest.newBuilder(URI.create(env("CALYPSO_API_URL", "https://api.calypso.money") + "/api/v1/invoice")).timeout(TIMEOUT)
        .headers("Content-Type", "application/json", "Key", env("CALYPSO_KEY", ""), "Sign", sign).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return membersOf(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
  static int read(String key, Map<String, String> invoice) {
    try { invoice.putAll(askCalypso(key)); } catch (HttpTimeoutException late) { return 504; } catch (Exception failed) { return 502; }
    if ("\"004\"".equals(invoice.get("errorCode"))) return 404;
    return ('"' + key + '"').equals(invoice.get("idempotencyKey")) && invoice.containsKey("state") ? 200 : 502;
  }
  static void handle(HttpExchange exchange) throws java.io.IOException {
    var invoice = new TreeMap<String, String>();
    var path = PATH.matcher(exchange.getRequestURI().getRawPath());
    int status = !exchange.getRequestMethod().matches("GET|HEAD") ? 405 : path.matches() ? read(path.group(1).toLowerCase(), invoice) : 404;
    invoice.keySet().retainAll(status == 200 ? FIELDS : Set.of());
    invoice.putAll(status == 200 ? Map.of("serverTime", '"' + Instant.now().toString() + '"') : Map.of("title", "\"The invoice cannot be read.\"", "status", "" + status));
    exchange.getResponseHeaders().set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    var json = "{" + String.join(",", invoice.entrySet().stream().map(it -> '"' + it.getKey() + "\":" + it.getValue()).toList()) + "}";
    exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : 0);
    try (exchange; var body = exchange.getResponseBody()) { body.write(json.getBytes(StandardCharsets.UTF_8)); }
  }
  public static void main(String[] args) throws Exception {
    var server = HttpServer.create(new InetSocketAddress(env("HOST", "0.0.0.0"), Integer.parseInt(env("PORT", "8080"))), 0);
    server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool()); server.createContext("/", Proxy::handle); server.start();
  }
}
