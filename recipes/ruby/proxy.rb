# Answers <calypso-invoice> in Ruby 3.0 or later:  ruby proxy.rb
require 'json'
require 'net/http'
require 'openssl'
require 'socket'
require 'time'

API = URI(ENV.fetch('CALYPSO_API_URL', 'https://api.calypso.money') + '/api/v1/invoice')
ACCOUNT, KEY, SECRET = %w[ACCOUNT KEY SECRET].map { |name| ENV.fetch("CALYPSO_#{name}") }
BASE = ENV.fetch('BASE_PATH', '/api/invoices').chomp('/')
TIMEOUT = ENV.fetch('TIMEOUT', '8000').to_f / 1000
PATH = %r{\A#{Regexp.escape(BASE)}/(\h{8}(?:-\h{4}){3}-\h{12})\z}
FIELDS = %w[idempotencyKey type state amount currency invoiceAddress totalDebitAmount lowerBound createdDate expiration
            description fiatAmount fiatCurrency lastFiatUpdated interventionType isInterventionResolved
            lastDepositHash returnUrl supportUrl logoUrl].freeze
TITLES = { 200 => 'OK', 404 => 'Not Found', 405 => 'Method Not Allowed', 502 => 'Bad Gateway', 504 => 'Gateway Timeout' }.freeze
NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/m

def ask_calypso(key)
  body = JSON.generate(timestamp: (Time.now.to_f * 1000).to_i, account: ACCOUNT, payload: { idempotencyKey: key })
  sign = OpenSSL::HMAC.hexdigest('SHA512', SECRET, body)
  http = Net::HTTP.new(API.host, API.port)
  http.use_ssl = API.scheme == 'https'
  http.open_timeout = http.read_timeout = TIMEOUT
  http.max_retries = 0
  text = http.post(API.path, body, 'Content-Type' => 'application/json', 'Key' => KEY, 'Sign' => sign).body
  # Numbers become texts before they are parsed: a float would round what is due.
  JSON.parse(text.force_encoding('UTF-8').gsub(NUMBER) { |token| token.start_with?('"') ? token : "\"#{token}\"" })
end

def read_invoice(key)
  invoice = ask_calypso(key)
  return [404, 'There is no such invoice.'] if invoice.is_a?(Hash) && invoice['errorCode'] == '004'
  raise 'no invoice' unless invoice.is_a?(Hash) && invoice['idempotencyKey'] == key && invoice['state'].is_a?(String)

  known = invoice.slice(*FIELDS).select { |_, value| value.is_a?(String) || [true, false].include?(value) }
  [200, known.merge('serverTime' => Time.now.utc.iso8601(3))]
rescue Timeout::Error
  [504, 'Calypso did not answer in time.']
rescue StandardError
  [502, 'Calypso could not be read.']
end

def answer(client)
  method, target = client.gets.to_s.split
  nil until client.gets.to_s.strip.empty?
  key = target.to_s.split('?').first.to_s[PATH, 1]&.downcase
  status, body = %w[GET HEAD].include?(method) ? (key ? read_invoice(key) : [404, 'There is no such invoice.']) : [405, 'An invoice can only be read.']
  body = { title: TITLES[status], status: status, detail: body } unless status == 200
  json = JSON.generate(body)
  type = status == 200 ? 'application/json' : 'application/problem+json'
  client.write("HTTP/1.1 #{status} #{TITLES[status]}\r\nContent-Type: #{type}\r\nCache-Control: no-store\r\n" \
    "X-Content-Type-Options: nosniff\r\nContent-Length: #{json.bytesize}\r\nConnection: close\r\n\r\n#{json unless method == 'HEAD'}")
ensure
  client.close
end

server = TCPServer.new(ENV.fetch('HOST', '0.0.0.0'), ENV.fetch('PORT', '8080').to_i)
loop { Thread.new(server.accept) { |client| answer(client) } }
