"""`vitrine new`: annotated files to fill, and the folder of a new platform."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..colour import NATIONALE, TEXT_RATIO, contrast, readable
from ..gabarits import annotated
from ..loading import Chargement, build_day, load_national
from ..model.context import suggestion
from ..model.fields import SLUG
from ..model.kinds import GENRES
from ..racine import Racine, find_root, national_folder
from ..reading import RESERVED, slugged
from ..rules.platform import PAPER
from . import here

if TYPE_CHECKING:
    from ..depot import Nouvelle

KINDS = {
    "metier": "metiers", "formation": "formations", "session": "sessions", "temoignage": "temoignages", "contact": "contacts",
    "evenement": "agenda", "actualite": "actualites", "quiz": "quiz",
    "seance": "seances", "jeu": "jeux",
}  # fmt: skip
PLATEFORME = "plateforme"
OF_A_PLATFORM = "Pour une plateforme\u00a0: "


def check_slug(context: click.Context, option: click.Parameter, value: str) -> str:
    """A name that can be an address."""
    if not SLUG.fullmatch(value):
        raise click.BadParameter(f"«\u00a0{value}\u00a0» n'est pas admis\u00a0: minuscules sans accent, chiffres et tirets.")
    if value in RESERVED:
        raise click.BadParameter(f"«\u00a0{value}\u00a0» sert déjà au site\u00a0: choisissez un autre nom.")
    return value


def check_colour(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """A colour that carries white text."""
    if value is None:
        return None
    try:
        ratio = contrast(value, PAPER) if len(value) == 7 and value[0] == "#" else 0
    except ValueError:
        ratio = 0
    if not ratio:
        raise click.BadParameter(f'«\u00a0{value}\u00a0» n\'est pas une couleur. Par exemple "{NATIONALE}".')
    if ratio < TEXT_RATIO:
        raise click.BadParameter(
            f'trop claire pour un texte blanc. Couleur conforme la plus proche\u00a0: "{readable(value, PAPER)}".'
        )
    return value


def check_logo(context: click.Context, option: click.Parameter, value: Path | None) -> Path | None:
    """A picture that can be published."""
    from ..marque.logo import SUFFIXES, ImageRefusee, read_logo  # it draws: other commands need not load that

    if value and value.suffix.lower() not in SUFFIXES:
        raise click.BadParameter("un logo est un fichier .svg, .png, .jpg ou .webp.")
    try:
        if value:
            read_logo(value)
    except ImageRefusee as refused:
        raise click.BadParameter(f"{refused.message} {refused.remede}") from None
    return value


@click.command()
@click.argument("genre", type=click.Choice([*KINDS, PLATEFORME]))
@click.argument("slug", callback=check_slug)
@click.option("-p", "--plateforme", help="Écrire la fiche dans cette plateforme plutôt que dans le fonds national.")
@click.option("--depot", is_flag=False, flag_value="", help=f"{OF_A_PLATFORM}lui faire un dépôt à elle, dans ce dossier (son nom).")
@click.option("--nom", help=f"{OF_A_PLATFORM}son nom officiel.")
@click.option("--territoire", help=f"{OF_A_PLATFORM}son territoire, en clair.")
@click.option("--departement", "departements", multiple=True, help=f"{OF_A_PLATFORM}le code d'un département\u202f; à répéter.")
@click.option("--couleur", callback=check_colour, help=f"{OF_A_PLATFORM}sa couleur, #RRVVBB.")
@click.option(
    "--logo",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    callback=check_logo,
    help=f"{OF_A_PLATFORM}son logo (svg, png, jpg, webp).",
)
@click.option("--url", help=f"{OF_A_PLATFORM}l'adresse publique du site, https://…")
@click.option("--paquet", help="Avec --depot\u00a0: l'adresse d'où installer Vitrine.")
def new(genre: str, slug: str, plateforme: str | None, depot: str | None, paquet: str | None, **known: object) -> None:
    """Écrit un fichier annoté à remplir, ou le dossier d'une nouvelle plateforme.

    Une fiche qui existe dans le fonds national est complétée. Sans option, les questions sont posées.
    """
    if genre != PLATEFORME:
        new_record(here(), KINDS[genre], slug, plateforme)
    elif depot is None:
        new_platform(slug, known)
    else:
        new_repository(Path(depot or slug), slug, known, paquet)


def new_record(racine: Racine, genre: str, slug: str, plateforme: str | None) -> None:
    """One file to fill; on a platform, it completes the national record of that name."""
    owner = racine.choisie(plateforme)
    if owner and owner not in racine.slugs():
        raise click.ClickException(f"plateforme inconnue\u00a0: {owner}.")
    folder = racine.maison(owner) / "data" if owner else racine.data
    target = folder / genre / f"{slug}.yml"
    shown = target.relative_to(racine.lieu)
    if target.exists():
        raise click.ClickException(f"{shown} existe déjà.")
    completes = bool(owner) and (racine.data / genre / f"{slug}.yml").is_file()
    up = None if racine.depot else "../" * (len(shown.parts) - 1)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(annotated(GENRES[genre], slug, build_day(), up=up, completes=completes), encoding="utf-8")
    verb = "complétera la fiche nationale" if completes else "est prêt à remplir"
    click.echo(f"{shown} {verb}. Ensuite\u00a0: vitrine check")


def new_platform(slug: str, known: dict[str, object]) -> None:
    """The folder of a platform in the national repository."""
    from ..depot import platform_files, write  # draws: other commands need not load that

    racine = find_root(Path.cwd())
    if racine is None or racine.depot:
        raise click.ClickException("ici, une plateforme a un dépôt à elle\u00a0: ajoutez --depot.")
    folder = racine.maison(slug)
    refuse_full(folder, f"plateformes/{slug}")
    write(folder, platform_files(described(slug, load_national(racine), known), up="../../"))
    click.echo(f"plateformes/{slug}/ est prêt. Ensuite\u00a0: vitrine check {slug}, puis vitrine serve {slug}")


def new_repository(folder: Path, slug: str, known: dict[str, object], paquet: str | None) -> None:
    """A repository of its own for a platform."""
    from ..depot import own_files, platform_files, write

    refuse_full(folder, str(folder))
    described_platform = described(slug, load_national(Racine(national_folder())), known)
    write(folder, platform_files(described_platform, up=None))
    write(folder, own_files(described_platform, paquet))
    click.echo(
        f"{folder}/ est prêt. Lisez {folder / 'README.md'}. Ensuite, dans ce dossier\u00a0: vitrine check, puis vitrine serve"
    )
    if "vitrine @" not in (folder / "requirements.txt").read_text(encoding="utf-8").replace("# vitrine @", ""):
        click.echo("Il reste à écrire dans requirements.txt l'adresse du paquet Vitrine\u00a0: demandez-la à l'équipe nationale.")


def refuse_full(folder: Path, shown: str) -> None:
    """Nothing that exists is overwritten; a repository without files is empty."""
    if folder.exists() and (not folder.is_dir() or any(entry.name != ".git" for entry in folder.iterdir())):
        raise click.ClickException(f"{shown} existe déjà et n'est pas vide.")


def described(slug: str, national: Chargement, known: dict[str, object]) -> Nouvelle:
    """What the options say; what they do not say is asked, or left as the directory of départements has it."""
    listed = national.catalogue.annuaire.get(slug)
    if listed:
        nom, territoire, codes = listed.fr.nom, listed.fr.territoire, tuple(listed.fr.departements)
    else:
        nom, territoire, codes = identity(slug, national, known)
    colour = str(known["couleur"] or asked_colour())
    logo, url = known["logo"], known["url"]
    from ..depot import Nouvelle

    return Nouvelle(
        slug, nom, territoire, codes, colour, build_day(), url=str(url) if url else None, listee=bool(listed),
        logo=logo if isinstance(logo, Path) else None,
    )  # fmt: skip


def identity(slug: str, national: Chargement, known: dict[str, object]) -> tuple[str, str, tuple[str, ...]]:
    """Name, territory and départements of a platform that nobody lists."""
    departements = {code: terme.libelle for code, terme in national.catalogue.termes("departements").items()}
    guessed = [code for code, libelle in departements.items() if slugged(libelle) == slug]
    named = departements[guessed[0]] if guessed else slug.replace("-", " ").title()
    territoire = str(known["territoire"] or answer("Territoire", named))
    nom = str(known["nom"] or answer("Nom officiel", f"Plateforme des métiers de l’autonomie – {territoire}"))
    given = known["departements"]
    codes = tuple(map(str, given)) if isinstance(given, tuple) and given else asked_codes(guessed)
    for code in codes:
        if code not in departements:
            raise click.ClickException(f"«\u00a0{code}\u00a0» n'est pas un code de département. {suggestion(code, departements)}")
    return nom, territoire, codes


def asked_codes(guessed: list[str]) -> tuple[str, ...]:
    """Codes of départements, asked in one line."""
    return tuple(answer("Départements (codes séparés par une espace)", " ".join(guessed)).split())


def answer(question: str, default: str) -> str:
    """What a person answers; the default where nobody can."""
    return str(click.prompt(question, default=default)) if sys.stdin.isatty() else default


def asked_colour() -> str:
    """A colour, asked again until it can be read."""
    context = click.get_current_context()
    if not sys.stdin.isatty():
        return NATIONALE
    convert = partial(check_colour, context, context.command.params[0])
    return str(click.prompt("Couleur (#RRVVBB)", default=NATIONALE, value_proc=convert))
