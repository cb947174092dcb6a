"""What the site has besides the texts: the taxonomy's own page, made from the classes when the site is built."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from filingexport.model.filing import Filing
from filingexport.taxonomy import docs
from filingexport.taxonomy.network import network

TAXONOMY = "taxonomy-items.html"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the page of all items."""
    files.append(File.generated(config, TAXONOMY, content=docs.page(network(Filing))))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead from the text on the taxonomy to that page."""
    if page.file.src_uri != "taxonomy.md":
        return markdown
    head, first, rest = markdown.partition("## As a page\n")
    return f"{head}[Every item of the taxonomy]({TAXONOMY}), to read and search.\n\n{first}{rest}"
