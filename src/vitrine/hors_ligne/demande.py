"""What of a site goes into its copy: the languages asked for, and a PDF of each sheet where they can be made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..assembly import Site, SiteImpossible
from ..catalogue import FR
from ..pdf import printed
from ..pdf.papier import SansMoteur

TOUTES = "toutes"


@dataclass(frozen=True)
class Demande:
    """A copy that someone asks for."""

    langues: tuple[str, ...] = (FR,)
    pdf: bool = True

    def arrange(self, site: Site) -> Site:
        """The site as its copy is to be; without PDF where WeasyPrint cannot be loaded, as the copy then says."""
        copy = replace(site, langues=self._languages(site.langues), hors_ligne=True)
        try:
            return replace(copy, pdfs=printed(copy) if self.pdf else {})
        except SansMoteur:
            return copy

    def _languages(self, known: tuple[str, ...]) -> tuple[str, ...]:
        if self.langues == (TOUTES,):
            return known
        if absent := [langue for langue in self.langues if langue not in known]:
            raise SiteImpossible(
                f"Ce site n'existe pas en «\u00a0{', '.join(absent)}\u00a0». Ses langues\u00a0: {', '.join(known)}."
            )
        return tuple(langue for langue in known if langue in self.langues or langue == FR)
