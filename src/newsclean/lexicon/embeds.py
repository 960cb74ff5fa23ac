"""Hosts of embedded posts and players, hosts and words of frames that show nothing to read, classes of quoted posts."""

from __future__ import annotations

PROVIDERS = {
    "youtube.com": "youtube.com", "youtu.be": "youtube.com", "youtube-nocookie.com": "youtube.com",
    "vimeo.com": "vimeo.com", "dailymotion.com": "dailymotion.com", "dai.ly": "dailymotion.com",
    "twitter.com": "twitter.com", "x.com": "twitter.com", "instagram.com": "instagram.com",
    "facebook.com": "facebook.com", "fb.watch": "facebook.com", "tiktok.com": "tiktok.com",
    "threads.net": "threads.net", "threads.com": "threads.net", "bsky.app": "bsky.app", "reddit.com": "reddit.com",
    "redditmedia.com": "reddit.com", "pinterest.com": "pinterest.com", "linkedin.com": "linkedin.com",
    "t.me": "telegram.org", "telegram.org": "telegram.org", "vk.com": "vk.com", "ok.ru": "ok.ru",
    "rutube.ru": "rutube.ru", "weibo.com": "weibo.com", "bilibili.com": "bilibili.com", "youku.com": "youku.com",
    "naver.com": "naver.com", "nicovideo.jp": "nicovideo.jp", "soundcloud.com": "soundcloud.com",
    "spotify.com": "spotify.com", "acast.com": "acast.com", "megaphone.fm": "megaphone.fm",
    "simplecast.com": "simplecast.com", "podigee.io": "podigee.io", "omny.fm": "omny.fm",
    "spreaker.com": "spreaker.com", "twitch.tv": "twitch.tv", "streamable.com": "streamable.com",
    "rumble.com": "rumble.com", "odysee.com": "odysee.com", "brightcove.net": "brightcove.com",
    "brightcove.com": "brightcove.com", "jwplayer.com": "jwplayer.com", "jwplatform.com": "jwplayer.com",
    "kaltura.com": "kaltura.com", "ooyala.com": "ooyala.com", "datawrapper.de": "datawrapper.de",
    "dwcdn.net": "datawrapper.de", "flourish.studio": "flourish.studio", "infogram.com": "infogram.com",
    "infogr.am": "infogram.com", "tableau.com": "tableau.com", "arcgis.com": "arcgis.com",
    "documentcloud.org": "documentcloud.org", "scribd.com": "scribd.com", "issuu.com": "issuu.com",
    "giphy.com": "giphy.com", "imgur.com": "imgur.com", "flickr.com": "flickr.com", "playbuzz.com": "playbuzz.com",
    "typeform.com": "typeform.com", "riddle.com": "riddle.com", "google.com": "google.com",
    "openstreetmap.org": "openstreetmap.org", "ted.com": "ted.com", "knightlab.com": "knightlab.com",
    "thinglink.com": "thinglink.com", "apester.com": "apester.com",
}  # fmt: skip
"""Registered domain or host → the provider's name."""

NO_CONTENT_HOSTS = frozenset((
    "doubleclick.net", "googlesyndication.com", "googletagmanager.com", "google-analytics.com", "recaptcha.net",
    "hcaptcha.com", "challenges.cloudflare.com", "adservice.google.com", "tpc.googlesyndication.com",
    "amazon-adsystem.com", "adnxs.com", "criteo.com", "criteo.net", "taboola.com", "outbrain.com", "teads.tv",
    "rubiconproject.com", "pubmatic.com", "openx.net", "smartadserver.com", "yieldlab.net",
    "scorecardresearch.com", "quantserve.com", "demdex.net", "krxd.net", "bluekai.com", "addthis.com",
    "sharethis.com", "disqus.com", "accounts.google.com", "piano.io", "tinypass.com", "consensu.org",
    "sourcepoint.com", "onetrust.com", "cookiebot.com", "mailchimp.com", "list-manage.com", "steadyhq.com",
    "adform.net", "ioam.de", "vgwort.de", "serving-sys.com", "2mdn.net", "mathtag.com", "googleadservices.com",
    "moatads.com", "chartbeat.com", "bing.com", "ads-twitter.com",
))  # fmt: skip
"""Advertising, measuring, log-in, consent, comment and captcha frames."""

NO_CONTENT_WORDS = frozenset((
    "ads", "adserver", "adframe", "banner", "banners", "advert", "advertising", "recaptcha", "captcha", "pixel",
    "tracking", "beacon", "newsletter", "subscribe", "signup", "login", "signin", "like", "likebox", "fan",
    "comments", "disqus", "cookie", "consent", "gtm", "widgets", "sharebutton",
))  # fmt: skip
"""In the address of a frame: an ad, a like button, a sign-up form."""

POST_CLASSES = {
    "twitter-tweet": "twitter.com", "twitter-video": "twitter.com", "twitter-quote": "twitter.com",
    "instagram-media": "instagram.com", "tiktok-embed": "tiktok.com", "fb-post": "facebook.com",
    "fb-video": "facebook.com", "bluesky-embed": "bsky.app", "text-post-media": "threads.net",
    "reddit-embed-bq": "reddit.com", "reddit-card": "reddit.com", "mastodon-embed": "joinmastodon.org",
    "imgur-embed-pub": "imgur.com", "telegram-post": "telegram.org", "pinterest-embed": "pinterest.com",
    "fb-xfbml-parse-ignore": "facebook.com",
}  # fmt: skip
"""Class of the element that quotes a post until a script replaces it → provider."""
