"""One file for each host: Scrapy, web-poet, datatrove, Spark, Ray. All rest on `newsclean.batch`."""
