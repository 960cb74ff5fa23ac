"""What answers are labelled as, how they are framed, and their statuses: cases as in `tests.fetch.cases`."""

from __future__ import annotations

from newsclean.fetch.errors import BadResponse, HttpStatus, NotHtml, TooLarge
from tests.fetch.bad_server import PAGE
from tests.fetch.cases import CHUNKED, GZIPPED, HEAD, OK, Case, answer, raw, raw_forever

PLAIN = b"HTTP/1.1 200 OK\r\n"
PDF = b"%PDF-1.7\n1 0 obj"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
LENGTH = b"Content-Length: %d\r\n" % len(PAGE)

LABEL = {
    "charset_header_beats_meta": Case(OK, answer(Content_Type="text/html; charset=windows-1251")),
    "no_charset_utf8": Case(OK, answer(Content_Type="text/html")),
    "charset_python_codec": Case(OK, answer(Content_Type="text/html; charset=rot13")),
    "charset_utf_7": Case(OK, answer(Content_Type="text/html; charset=utf-7")),
    "charset_quoted": Case(OK, answer(Content_Type='text/html; charset="utf-8"')),
    "charset_twice": Case(OK, answer(Content_Type="text/html; charset=utf-8; charset=big5")),
    "charset_1000": Case(OK, answer(Content_Type="text/html; charset=" + "a" * 1000)),
    "two_content_types": Case(OK, raw(HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + PAGE)),
    "upper_case_type": Case(OK, answer(Content_Type="TEXT/HTML;CHARSET=UTF-8")),
    "no_content_type": Case(OK, raw(PLAIN + b"\r\n" + PAGE)),
    "empty_content_type": Case(OK, answer(Content_Type="")),
    "no_content_type_pdf": Case(NotHtml, raw(PLAIN + b"\r\n" + PDF)),
    "html_as_octet_stream": Case(OK, answer(Content_Type="application/octet-stream")),
    "html_as_text": Case(OK, answer(Content_Type="text/plain")),
    "zip_as_octet_stream": Case(NotHtml, answer(body=b"PK\x03\x04aaaa", Content_Type="application/octet-stream")),
    "xhtml": Case(OK, answer(Content_Type="application/xhtml+xml")),
    "xhtml_as_xml": Case(OK, answer(Content_Type="application/xml")),
    "feed_as_xml": Case(
        NotHtml, answer(body=b"<?xml version='1.0'?><rss><channel/></rss>", Content_Type="text/xml"), status=200
    ),
    "json_as_text": Case(NotHtml, answer(body=b'{"a": [1]}', Content_Type="text/x-unknown")),
    "pdf_as_html": Case(NotHtml, answer(body=PDF), status=200),
    "png_as_html": Case(NotHtml, answer(body=PNG), status=200),
    "gzip_file_as_html": Case(NotHtml, answer(body=GZIPPED)),
    "text_that_begins_like_a_program": Case(b"MZ writes", answer(body=b"MZ writes", Content_Type="text/plain")),
    "plain_text": Case(b"The ferry sailed.", answer(body=b"The ferry sailed.", Content_Type="text/plain")),
    "nonsense_type": Case(OK, answer(Content_Type="html")),
    "video_endless": Case(NotHtml, raw_forever(PLAIN + b"Content-Type: video/mp4\r\n\r\n", b"\0" * 65536), status=200),
    "replaced_parts_endless": Case(
        NotHtml, raw_forever(PLAIN + b"Content-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n", b"--b\r\n\r\n")
    ),
    "events_endless": Case(NotHtml, raw_forever(PLAIN + b"Content-Type: text/event-stream\r\n\r\n", b"data: 1\n\n")),
    "pdf": Case(NotHtml, answer(Content_Type="application/pdf"), status=200),
    "json": Case(NotHtml, answer(Content_Type="application/ld+json")),
    "plain_json": Case(NotHtml, answer(body=b"{}", Content_Type="application/json")),
    "feed": Case(NotHtml, answer(Content_Type="application/rss+xml")),
    "image": Case(NotHtml, answer(Content_Type="image/png")),
    "attachment": Case(OK, answer(Content_Disposition="attachment; filename=a.html")),
    "empty_body": Case(b"", answer(body=b"")),
}

FRAME = {
    "length_too_long": Case(BadResponse, raw(HEAD + b"Content-Length: 5000\r\n\r\n" + PAGE), status=200),
    "length_too_short": Case(PAGE[:50], raw(HEAD + b"Content-Length: 50\r\n\r\n" + PAGE)),
    "length_word": Case(OK, raw(HEAD + b"Content-Length: many\r\n\r\n" + PAGE)),
    "length_negative": Case(OK, raw(HEAD + b"Content-Length: -5\r\n\r\n" + PAGE)),
    "length_empty": Case(OK, raw(HEAD + b"Content-Length: \r\n\r\n" + PAGE)),
    "length_wrong_beside_chunks": Case(
        OK, raw(CHUNKED[:-2] + b"Content-Length: 5\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE))
    ),
    "two_lengths": Case(BadResponse, raw(HEAD + b"Content-Length: 5\r\nContent-Length: 105\r\n\r\n" + PAGE)),
    "two_lengths_alike": Case(OK, raw(HEAD + LENGTH * 2 + b"\r\n" + PAGE)),
    "two_lengths_alike_in_one": Case(OK, raw(HEAD + LENGTH[:-2] + b", %d\r\n\r\n" % len(PAGE) + PAGE + b"more")),
    "chunk_negative": Case(BadResponse, raw(CHUNKED + b"-5\r\n<p>few\r\n0\r\n\r\n")),
    "chunk_minus_one": Case(BadResponse, raw(CHUNKED + b"-1\r\n<p>few\r\n0\r\n\r\n")),
    "chunk_word": Case(BadResponse, raw(CHUNKED + b"zz\r\n<p>few\r\n0\r\n\r\n")),
    "chunk_empty_size": Case(BadResponse, raw(CHUNKED + b"\r\n<p>few\r\n0\r\n\r\n")),
    "chunk_cut": Case(BadResponse, raw(CHUNKED + b"50\r\n<p>few")),
    "chunks_without_end": Case(BadResponse, raw(CHUNKED + b"%x\r\n%s\r\n" % (len(PAGE), PAGE))),
    "chunks_upper_case": Case(
        OK, raw(HEAD + b"Transfer-Encoding: CHUNKED\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE))
    ),
    "chunks_with_bare_line_feeds": Case(BadResponse, raw(CHUNKED + b"%x\n%s\n0\n\n" % (len(PAGE), PAGE))),
    "not_chunked_though_it_says_so": Case(BadResponse, raw(CHUNKED + PAGE)),
    "unknown_transfer_coding": Case(BadResponse, raw(HEAD + b"Transfer-Encoding: gzip\r\n\r\n" + GZIPPED)),
    "gzip_and_chunked": Case(
        BadResponse, raw(HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n")
    ),
    "header_nul_and_latin1": Case(OK, raw(HEAD + b"X-Odd: a\0b\xe9\r\n\r\n" + PAGE)),
    "header_without_colon": Case(OK, raw(HEAD + b"nonsense\r\nContent-Encoding: gzip\r\n\r\n" + GZIPPED)),
    "header_name_with_space": Case(OK, raw(HEAD + b"X Odd: 1\r\nContent-Encoding: gzip\r\n\r\n" + GZIPPED)),
    "header_folded": Case(OK, raw(PLAIN + b"Content-Type: text/html;\r\n charset=utf-8\r\n\r\n" + PAGE)),
    "header_folded_first": Case(OK, raw(PLAIN + b" odd\r\nContent-Type: text/html\r\n\r\n" + PAGE)),
    "header_bare_line_feeds": Case(OK, raw(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + PAGE)),
    "header_bare_return": Case(OK, raw(HEAD + b"X-Odd: a\rContent-Encoding: br\r\n\r\n" + PAGE)),
    "head_without_end": Case(b"", raw(HEAD)),
    "http09": Case(BadResponse, raw(PAGE)),
    "http_7": Case(BadResponse, raw(b"HTTP/7.0 200 OK\r\n\r\n" + PAGE)),
    "other_protocol": Case(BadResponse, raw(b"SSH-2.0-OpenSSH_9.6\r\n")),
    "status_garbage": Case(BadResponse, raw(b"HTTP/1.1 OK fine\r\n\r\n" + PAGE)),
    "status_1000": Case(BadResponse, raw(b"HTTP/1.1 1000 Much\r\n\r\n" + PAGE)),
    "status_negative": Case(BadResponse, raw(b"HTTP/1.1 -1 Less\r\n\r\n" + PAGE)),
    "status_999": Case(HttpStatus, answer("999 Denied"), status=999),
    "no_reason": Case(OK, raw(b"HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n" + PAGE)),
    "switching_protocols": Case(BadResponse, raw(b"HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n")),
    "nothing": Case(BadResponse, raw(b"")),
    "only_line_breaks": Case(BadResponse, raw(b"\r\n\r\n\r\n")),
    "nul_bytes": Case(BadResponse, raw(b"\0" * 1000)),
    "endless_line": Case(TooLarge, raw_forever(b"", b"x" * 65536)),
}

STATUS = {
    "403": Case(HttpStatus, answer("403 Forbidden"), status=403),
    "401_asks_for_log_in": Case(HttpStatus, answer("401 No", WWW_Authenticate='Basic realm="a"'), status=401),
    "402": Case(HttpStatus, answer("402 Payment Required"), status=402),
    "404_with_page": Case(HttpStatus, answer("404 Not Found"), status=404),
    "407": Case(HttpStatus, answer("407 Proxy Authentication Required"), status=407),
    "410": Case(HttpStatus, answer("410 Gone"), status=410),
    "418": Case(HttpStatus, answer("418 I'm a teapot"), status=418),
    "451": Case(HttpStatus, answer("451 Unavailable For Legal Reasons"), status=451),
    "500": Case(HttpStatus, answer("500 Internal Server Error"), status=500),
    "502": Case(HttpStatus, answer("502 Bad Gateway"), status=502),
    "503": Case(HttpStatus, answer("503 Busy", Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"), status=503),
    "503_nonsense_pause": Case(HttpStatus, answer("503 Busy", Retry_After="soon"), status=503),
    "304": Case(HttpStatus, answer("304 Not Modified", b""), status=304),
    "204": Case(HttpStatus, raw(b"HTTP/1.1 204 No Content\r\n\r\n"), status=204),
    "205": Case(HttpStatus, answer("205 Reset Content", b""), status=205),
    "206": Case(HttpStatus, answer("206 Partial Content", Content_Range="bytes 0-105/900"), status=206),
    "206_whole": Case(OK, answer("206 Partial Content", Content_Range=f"bytes 0-{len(PAGE) - 1}/{len(PAGE)}")),
    "206_without_range": Case(OK, answer("206 Partial Content")),
    "226": Case(OK, answer("226 IM Used")),
    "202_challenge": Case(OK, answer("202 Accepted")),
    "600": Case(HttpStatus, answer("600 Odd"), status=600),
}
