"""Links lead somewhere, and most lead back."""

from __future__ import annotations

from unit.etats import dits
from vitrine.etat import liens

ACCES = "acces:\n  sans_diplome: oui\n  reglemente: non\n  resume: On débute.\n  voies: [{voie: %s, formations: [%%s]}]\n"
VOIE, PASSERELLE, DIRECT = ACCES % "vae", ACCES % "passerelle", ACCES % "direct" % ""


def told(rule, one, catalogue):
    return dits(rule(one, catalogue))


def test_a_link_to_nothing_misleads_and_a_link_to_a_sheet_does_not(fiche, catalogue):
    one = fiche("metiers", "aide", "proches: [soignant]\n" + VOIE % "deas")
    found = told(liens.broken_links, one, catalogue(one, fiche("formations", "deas")))
    assert found == [("lien-rompu", "proches[1]", "trompeur")]
    assert told(liens.broken_links, one, catalogue(one, fiche("formations", "deas"), fiche("metiers", "soignant"))) == []


def test_a_single_link_that_is_no_list_is_followed(fiche, catalogue):
    one = fiche("formations", "deas", "metiers: soignant\n")
    assert told(liens.broken_links, one, catalogue(one)) == [("lien-rompu", "metiers", "trompeur")]


def test_a_link_to_a_draft_is_only_told(fiche, catalogue):
    one = fiche("metiers", "aide", VOIE % "deas")
    found = told(liens.broken_links, one, catalogue(one, fiche("formations", "deas", "statut: brouillon\n")))
    assert found == [("lien-brouillon", "acces.voies[1].formations[1]", "à améliorer")]


def test_a_profession_and_a_formation_that_name_each_other_pass(fiche, catalogue):
    metier, formation = fiche("metiers", "aide", VOIE % "deas"), fiche("formations", "deas", "metiers: [aide]\n")
    both = catalogue(metier, formation)
    assert [*told(liens.profession_and_training, metier, both), *told(liens.profession_and_training, formation, both)] == []


def test_alone_a_profession_or_a_formation_is_told(fiche, catalogue):
    metier, formation = fiche("metiers", "aide"), fiche("formations", "deas")
    both = catalogue(metier, formation)
    assert told(liens.profession_and_training, metier, both) == [("metier-sans-formation", "acces.voies", "à améliorer")]
    assert told(liens.profession_and_training, formation, both) == [("formation-sans-metier", "metiers", "à améliorer")]


def test_a_relation_written_on_one_side_is_told_on_the_other(fiche, catalogue):
    cited = catalogue(metier := fiche("metiers", "aide", VOIE % "deas"), formation := fiche("formations", "deas"))
    assert told(liens.profession_and_training, metier, cited) == []
    assert told(liens.profession_and_training, formation, cited) == [("formation-muette", "metiers", "à améliorer")]
    named = catalogue(metier := fiche("metiers", "aide"), formation := fiche("formations", "deas", "metiers: [aide]\n"))
    assert told(liens.profession_and_training, metier, named) == [("metier-muet", "acces.voies", "à améliorer")]
    assert told(liens.profession_and_training, formation, named) == []


def test_a_bridge_is_written_on_the_profession_alone(fiche, catalogue):
    metier, formation = fiche("metiers", "aide", PASSERELLE % "deas"), fiche("formations", "deas")
    both = catalogue(metier, formation)
    assert [*told(liens.profession_and_training, metier, both), *told(liens.profession_and_training, formation, both)] == []


def test_a_formation_that_says_it_leads_where_only_a_bridge_does_is_told(fiche, catalogue):
    metier, formation = fiche("metiers", "aide", PASSERELLE % "deas"), fiche("formations", "deas", "metiers: [aide]\n")
    both = catalogue(metier, formation)
    assert told(liens.profession_and_training, metier, both) == [("metier-muet", "acces.voies", "à améliorer")]


def test_a_profession_that_hires_directly_needs_no_formation(fiche, catalogue):
    metier = fiche("metiers", "aide", DIRECT)
    assert told(liens.profession_and_training, metier, catalogue(metier)) == []


def test_near_professions_are_so_both_ways(fiche, catalogue):
    aide, soignant = fiche("metiers", "aide", "proches: [soignant]\n"), fiche("metiers", "soignant")
    assert told(liens.professions_together, aide, catalogue(aide, soignant)) == [
        ("proche-sans-retour", "proches[1]", "à améliorer"),
        ("metier-isole", "", "à améliorer"),
    ]
    soignant = fiche("metiers", "soignant", "proches: [aide]\n")
    assert told(liens.professions_together, aide, catalogue(aide, soignant)) == []


def test_an_evolution_is_enough_to_lead_to_a_profession(fiche, catalogue):
    aide, soignant = fiche("metiers", "aide", "evolutions: [soignant]\n"), fiche("metiers", "soignant")
    assert told(liens.professions_together, soignant, catalogue(aide, soignant)) == []
