"""The environment of templates refuses what is undefined and escapes the rest."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from unit.catalogues import RACINE, plan_demonstration, plan_national
from vitrine.model.francais import Francais
from vitrine.rendering.environment import json_ld, make_environment


@pytest.fixture
def environment(tmp_path):
    """An environment over a folder of templates."""
    (tmp_path / "a.html").write_text("{{ x }}|{{ x|json_ld }}", "utf-8")
    return make_environment([tmp_path])


@pytest.mark.parametrize(
    "template", ["{{ absent }}", "{{ x.absent }}", "{% for a in absent %}{% endfor %}", "{% if absent %}{% endif %}"]
)
def test_what_is_undefined_is_refused(environment, template):
    with pytest.raises(UndefinedError):
        environment.from_string(template).render(x={})


def test_everything_is_escaped_but_what_is_marked_safe(environment):
    render = environment.from_string('<p title="{{ x }}">{{ x }}</p>').render
    assert render(x="<b>\"'&") == '<p title="&lt;b&gt;&#34;&#39;&amp;">&lt;b&gt;&#34;&#39;&amp;</p>'
    assert render(x=Markup("<b>")) == '<p title="<b>"><b></p>'


def test_french_among_another_language_says_that_it_is_french(environment):
    render = environment.from_string("<p>{{ x }}</p>").render
    assert render(x=Francais("L’aide & vous")) == '<p><span lang="fr" dir="ltr">L’aide &amp; vous</span></p>'


def test_json_in_a_page_cannot_close_its_script(environment):
    made = environment.get_template("a.html").render(x={"a": "</script><!-- & -->"})
    assert made.split("|")[1] == '{"a": "\\u003c/script\\u003e\\u003c!-- \\u0026 --\\u003e"}'


def test_json_in_a_page_has_no_nan():
    with pytest.raises(ValueError, match="JSON"):
        json_ld({"a": float("nan")})


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("<ul>\n<li>{{ x }}</li>\n</ul>\n<p>a</p>\n", "<ul><li>1</li></ul><p>a</p>"),
        ("<div>\n{% for i in [1, 2] %}\n<p>{{ i }}</p>\n{% endfor %}\n</div>", "<div><p>1</p><p>2</p></div>"),
        ("<p>un\ndeux {{ x }}\n<b>a</b>\n<i>b</i></p>", "<p>un\ndeux 1\n<b>a</b>\n<i>b</i></p>"),
        ("<pre>a\nb</pre>", "<pre>a\nb</pre>"),
    ],
)
def test_line_ends_go_beside_blocks_and_stay_between_words(environment, written, sent):
    assert environment.from_string(written).render(x=1) == sent


def test_our_templates_come_before_the_themes(tmp_path):
    for folder in ("ours", "theirs"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.html").write_text(folder, "utf-8")
    assert make_environment([tmp_path / "ours", tmp_path / "theirs"]).get_template("a.html").render() == "ours"


def test_every_template_of_the_site_compiles():
    folder = RACINE.dossier / "overrides"
    made = make_environment([folder])
    names = [file.relative_to(folder).as_posix() for file in folder.rglob("*.html")]
    assert len([made.get_template(name) for name in names]) > 20


@pytest.mark.parametrize("plan", [plan_national, plan_demonstration])
def test_every_page_has_its_template(plan):
    assert [p.gabarit for p in plan().pages if not (RACINE.dossier / "overrides" / p.gabarit).is_file()] == []
