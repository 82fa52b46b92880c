"""MkDocs events → vitrine.site. The platform is chosen by the variable PLATEFORME; none means the national site."""

from __future__ import annotations

from mkdocs.plugins import CombinedEvent, event_priority

from vitrine import site


@event_priority(0)
def on_config(config):
    return site.configure(config)


@event_priority(50)
def list_prose(files, config):
    return site.list_prose(files, config)


@event_priority(-200)
def list_records(files, config):
    return site.list_records(files, config)


on_files = CombinedEvent(list_prose, list_records)  # before static-i18n, then after it


def on_page_read_source(page, config):
    return site.source(page, config)


def on_page_content(html, page, config, files):
    return site.clean_content(html)


@event_priority(50)
def on_env(env, config, files):
    return site.site_of(config).environment


@event_priority(-10)
def on_page_context(context, page, config, nav):
    return site.context(context, page, config)


@event_priority(-200)
def on_post_build(config):
    site.finish(config)
