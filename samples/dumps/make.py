"""Write the sample dumps: the same three articles in the layout of every source, each by its own library.

Run in this folder with the extras installed: ``python make.py``. The articles are inventions.
"""

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from pathlib import Path

import docx
import pyarrow
import pyarrow.parquet
from backports import zstd
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
ARTICLES = [json.loads(line) for line in (HERE / "articles.jsonl").read_text("utf-8").splitlines()]


def rows(**names):
    """The articles with a source's own column names."""
    return [{own: article[field] for own, field in names.items()} for article in ARTICLES]


def write_csv(name, table, **settings):
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]), **settings)
        writer.writeheader()
        writer.writerows(table)


def write_tables():
    amcat = rows(
        id="id", date="published", medium="publisher", title="headline", author="author", text="body"
    )
    write_csv("amcat.csv", [row | {"date": f"{row['date']}T00:00:00", "length": "180"} for row in amcat])
    write_csv("semicolons.csv", rows(datum="published", kop="headline", tekst="body"), delimiter=";")
    escaped = {"delimiter": "\t", "doublequote": False, "escapechar": "\\", "quoting": csv.QUOTE_ALL}
    write_csv("escaped.tsv", rows(title="headline", body="body"), **escaped)
    cloud = rows(
        stories_id="id", publish_date="published", title="headline", media_name="publisher", url="url"
    )
    write_csv("mediacloud.csv", [row | {"text": ARTICLES[i]["body"]} for i, row in enumerate(cloud)])
    table = pyarrow.Table.from_pylist(rows(article_id="id", article_title="headline", article_text="body"))
    pyarrow.parquet.write_table(table, HERE / "delpher.parquet")


def write_json():
    please = rows(
        title="headline", maintext="body", date_publish="published", source_domain="domain", url="url"
    )
    please = [
        row | {"date_publish": f"{row['date_publish']} 06:00:00", "authors": [], "language": "nl"}
        for row in please
    ]
    (HERE / "newsplease.json").write_text(json.dumps(please[0], indent=4, sort_keys=True), "utf-8")
    (HERE / "array.json").write_text(json.dumps(please, indent=1), "utf-8")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in please).encode()
    for suffix, compress in (
        ("gz", gzip.compress),
        ("bz2", bz2.compress),
        ("xz", lzma.compress),
        ("zst", zstd.compress),
    ):
        packed = gzip.compress(lines, mtime=0) if suffix == "gz" else compress(lines)
        (HERE / f"newsplease.jsonl.{suffix}").write_bytes(packed)


def page(article):
    paragraphs = "".join(f"<p>{text}</p>\n" for text in article["body"].split("\n\n"))
    return f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>{article["headline"]}</title>
<meta property="og:title" content="{article["headline"]}"><meta property="og:site_name" content="{article["publisher"]}">
<meta property="article:published_time" content="{article["published"]}T06:00:00+01:00">
<meta name="author" content="{article["author"]}"><link rel="canonical" href="{article["url"]}"></head>
<body><nav><a href="/">Voorpagina</a> <a href="/sport">Sport</a></nav>
<article><h1>{article["headline"]}</h1>
{paragraphs}</article>
<footer>Abonneer u op onze nieuwsbrief</footer></body></html>
"""


def write_pages():
    (HERE / "pagina.html").write_text(page(ARTICLES[0]), "utf-8")
    with (HERE / "cc-news.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        writer.write_record(writer.create_warcinfo_record("cc-news.warc.gz", {"software": "warcio"}))
        pages = [
            (article["url"], "200 OK", "text/html; charset=utf-8", page(article)) for article in ARTICLES
        ]
        pages.insert(1, ("https://regiokrant.example/weg", "404 Not Found", "text/html", "<html>weg</html>"))
        pages.insert(2, ("https://regiokrant.example/logo.png", "200 OK", "image/png", "PNG"))
        for url, status, kind, body in pages:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            payload = io.BytesIO(body.encode())
            writer.write_record(
                writer.create_warc_record(url, "response", payload=payload, http_headers=headers)
            )


def nexis_lines(article):
    """A download from Nexis Uni, line by line."""
    day = "14 november 2013 donderdag"
    yield from (
        article["headline"],
        article["publisher"],
        day,
        f"Copyright 2013 {article['publisher']} All Rights Reserved",
    )
    yield from (
        f"Section: {article['section']}; Blz. 7",
        "Length: 180 words",
        f"Byline: {article['author']}",
        "Body",
    )
    yield from article["body"].split("\n\n")
    yield from ("Load-Date: November 14, 2013", "End of Document")


def to_rtf(line):
    return "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in line) + "\\par\n"


def write_nexis():
    document = docx.Document()
    for article in ARTICLES:
        for number, line in enumerate(nexis_lines(article)):
            document.add_heading(line, 1) if number == 0 else document.add_paragraph(line)
    document.save(HERE / "nexis.docx")
    lines = "".join(to_rtf(line) for article in ARTICLES for line in nexis_lines(article))
    (HERE / "nexis.rtf").write_text(
        "{\\rtf1\\ansi\\ansicpg1252\\deff0 {\\fonttbl{\\f0 Arial;}}\n" + lines + "}", "ascii"
    )


def paragraphs_of(article):
    return "".join(f"<p>{text}</p>" for text in article["body"].split("\n\n"))


def nitf(article):
    return (
        f'<nitf><head><title>{article["headline"]}</title><docdata><doc-id id-string="{article["id"]}"/>'
        f'<date.issue norm="{article["published"].replace("-", "")}T060000+0100"/></docdata>'
        f'<pubdata name="{article["publisher"]}" position.section="{article["section"]}"/></head><body><body.head>'
        f"<hedline><hl1>{article['headline']}</hl1></hedline><byline>{article['author']}</byline>"
        f"<distributor>ANP</distributor></body.head><body.content><block>{paragraphs_of(article)}</block>"
        "</body.content></body></nitf>"
    )


def newsml(article):
    return (
        f'<newsItem guid="{article["id"]}" version="1" standard="NewsML-G2" standardversion="2.25" xml:lang="nl-NL">'
        f'<itemMeta><itemClass qcode="ninat:text"/><provider literal="{article["publisher"]}"/>'
        f"<versionCreated>{article['published']}T06:00:00+01:00</versionCreated></itemMeta><contentMeta>"
        f"<headline>{article['headline']}</headline><by>{article['author']}</by></contentMeta><contentSet>"
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
        f"</head><body>{paragraphs_of(article)}</body></html></inlineXML></contentSet></newsItem>"
    )


def write_xml():
    start = '<?xml version="1.0" encoding="UTF-8"?>\n'
    doctype = '<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">\n'
    (HERE / "nitf.xml").write_text(start + doctype + nitf(ARTICLES[0]), "utf-8")
    items = "".join(map(newsml, ARTICLES))
    message = (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>'
    )
    (HERE / "newsml-g2.xml").write_text(start + message, "utf-8")
    article = ARTICLES[0]
    text = f'<text id="ddd:010000001:mpeg21:a0001:ocr"><title>{article["headline"]}</title>{paragraphs_of(article)}</text>'
    with zipfile.ZipFile(HERE / "delpher.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        folder = "kranten_pd_186x/1869/04/05/DDD_ddd_010000001_mpeg21"
        for name, content in (
            (f"{folder}/DDD_010000001_0001_articletext.xml", start + text),
            (f"{folder}/DDD_010000001_001_alto.xml", f"{start}<alto><Layout/></alto>"),
            (
                f"{folder}/DDD_010000001_didl.xml",
                f"{start}<didl:DIDL xmlns:didl='urn:mpeg:mpeg21:2002:02-DIDL-NS'/>",
            ),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2013, 11, 14, 0, 0, 0)), content)


def write_texts():
    with tarfile.open(HERE / "kranten.tar.gz", "w:gz") as archive:
        for article in ARTICLES:
            data = f"{article['headline']}\n\n{article['body']}\n".encode()
            member = tarfile.TarInfo(f"kranten/{article['id']}.txt")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


if __name__ == "__main__":
    for write in (write_tables, write_json, write_pages, write_nexis, write_xml, write_texts):
        write()
