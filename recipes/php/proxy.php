<?php
// Answers <calypso-invoice> in PHP 8 with curl: as the front controller, or  php -S 127.0.0.1:8080 proxy.php
const FIELDS = ['idempotencyKey', 'type', 'state', 'amount', 'currency', 'invoiceAddress', 'totalDebitAmount',
    'lowerBound', 'createdDate', 'expiration', 'description', 'fiatAmount', 'fiatCurrency', 'lastFiatUpdated',
    'interventionType', 'isInterventionResolved', 'lastDepositHash', 'returnUrl', 'supportUrl', 'logoUrl'];

function answer(int $status, array $body): never
{
    http_response_code($status);
    header('Content-Type: ' . ($status === 200 ? 'application/json' : 'application/problem+json'));
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    exit(json_encode($body, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE));
}

function refuse(int $status, string $detail): never
{
    $titles = [404 => 'Not Found', 405 => 'Method Not Allowed', 502 => 'Bad Gateway', 504 => 'Gateway Timeout'];
    answer($status, ['title' => $titles[$status], 'status' => $status, 'detail' => $detail]);
}

function askCalypso(string $key): ?array
{
    $body = json_encode([
        'timestamp' => (int) (microtime(true) * 1000),
        'account' => getenv('CALYPSO_ACCOUNT'),
        'payload' => ['idempotencyKey' => $key],
    ]);
    $curl = curl_init((getenv('CALYPSO_API_URL') ?: 'https://api.calypso.money') . '/api/v1/invoice');
    curl_setopt_array($curl, [
        CURLOPT_POSTFIELDS => $body,
        CURLOPT_HTTPHEADER => [
            'Content-Type: application/json',
            'Key: ' . getenv('CALYPSO_KEY'),
            'Sign: ' . hash_hmac('sha512', $body, getenv('CALYPSO_SECRET')),
        ],
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT_MS => (int) (getenv('TIMEOUT') ?: 8000),
    ]);
    $text = curl_exec($curl);
    if (curl_errno($curl) === CURLE_OPERATION_TIMEDOUT) refuse(504, 'Calypso did not answer in time.');
    // Numbers become texts before they are parsed: a float would round what is due.
    $number = '/"(?:[^"\\\\]|\\\\.)*+"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/s';
    $quote = fn($match) => $match[0][0] === '"' ? $match[0] : "\"$match[0]\"";
    return is_array($json = json_decode((string) preg_replace_callback($number, $quote, (string) $text), true)) ? $json : null;
}

$path = explode('?', $_SERVER['REQUEST_URI'])[0];
$base = preg_quote(rtrim(getenv('BASE_PATH') ?: '/api/invoices', '/'), '~');
if (!preg_match("~^$base/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$~Di", $path, $match))
    refuse(404, 'There is no such invoice.');
if (!in_array($_SERVER['REQUEST_METHOD'], ['GET', 'HEAD'], true)) refuse(405, 'An invoice can only be read.');
$key = strtolower($match[1]);
$invoice = askCalypso($key);
if (($invoice['errorCode'] ?? '') === '004') refuse(404, 'There is no such invoice.');
if (($invoice['idempotencyKey'] ?? '') !== $key || !is_string($invoice['state'] ?? null))
    refuse(502, 'Calypso could not be read.');
$known = array_filter(array_intersect_key($invoice, array_flip(FIELDS)), fn($value) => is_string($value) || is_bool($value));
answer(200, [...$known, 'serverTime' => gmdate('Y-m-d\TH:i:s\Z')]);
