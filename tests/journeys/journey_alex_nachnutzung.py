#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alex takes over what another town has: preliminary project, the market, a comparison in points, and what is handed on."""

from alex import Alex
from driver import run

GUIDE = 'leitfaden-nachnutzung'
USE_CASE = 'Klarschiff: Meldeportal von Rostock bis in ländliche Ämter'
COMPLAINT = 'Der Bericht läge vor dem Beginn'


def convince(alex):
    alex.begin('Klarschiff Meldeportal Rostock', USE_CASE)
    alex.take_over_proposal('Was ist der Anlass?')
    alex.wait_answer('anlass', USE_CASE)
    alex.say('Welches Ziel verfolgen Sie? In einem Satz', 'Jede Meldung bekommt eine Antwort')
    alex.pick('Was würden Sie übernehmen?', 'Einen laufenden Dienst, den jemand betreibt')
    alex.wait_answer('uebernahmeart', 'dienst')
    alex.enter_who_is_missing('Personalrat')
    alex.rate('Wie viel Unterstützung spüren Sie im Haus?', 4, '')
    alex.wait_answer('unterstuetzung', '4')
    alex.add_row('Welche Kosten entstehen?', {'Posten': 'Beitritt', 'Einmalig': '0', 'Im Jahr': '900'})
    alex.wait_answer('kosten-fuenf-jahre', '4500.00')
    alex.save_pdf('Kosten und Aufwand', ['Beitritt', '4,500.00'])
    alex.close()


def wrong_and_right_date(alex):
    """The report cannot be there before the work begins."""
    alex.say('Wann beginnt das Vorprojekt?', '01.03.2027')
    alex.say('Wann liegt der Abschlussbericht vor?', '01.02.2027')
    alex.wait_answer('vp-ende', '2027-02-01')
    alex.wait_complaint('Wann liegt der Abschlussbericht vor?', COMPLAINT, True)
    alex.say('Wann liegt der Abschlussbericht vor?', '10.05.2027')
    alex.wait_answer('vp-ende', '2027-05-10')
    alex.wait_complaint('Wann liegt der Abschlussbericht vor?', COMPLAINT, False)


def deliver(alex):
    alex.fill_from_outside({'daten-champion.name': 'Alex Beispiel', 'dsb.name': 'Dana Beispiel', 'anlass-satz': 'Anrufe verhallen'})
    alex.open('kosten')
    wrong_and_right_date(alex)
    alex.save_pdf('Plan des Vorprojekts', ['Vorprojekt'])
    alex.add_row('Wen haben Sie gefragt, und was haben Sie gehört?', {'Datum': '08.03.2027', 'Aufgabe der Person': 'Bauhof'})
    alex.wait_answer('iv-gespraeche', '2027-03-08, Bauhof')
    alex.save_pdf('Gespräche mit Nutzenden: Blatt und Notizen', ['Bauhof'])


def integrate(alex):
    alex.add_row('Welche Lösungen vergleichen Sie?', {'Kürzel': 'A', 'Lösung oder Anbieter': 'Klarschiff'})
    alex.add_row('Wie schneiden sie ab?', {'Kriterium': 'Barrierefrei', 'Gewicht': '3', 'A': '4', 'B': '2'})
    alex.add_row('Wie schneiden sie ab?', {'Kriterium': 'Karte', 'Gewicht': '2', 'A': '5', 'B': '1'})
    alex.wait_answer('vergleich-kriterien', 'Barrierefrei, 3, 4, 2')
    alex.wait_answer('summe-a', '22')
    alex.wait_answer('summe-b', '8')
    alex.save_pdf('Vergleichsraster mit Gewichten', ['Klarschiff', 'Barrierefrei', '12', '22'])
    alex.add_row('Mit welchen Systemen werden Daten getauscht?', {'System': 'Fachverfahren', 'Standard or format': 'GeoJSON', 'Inhalt': 'Meldungen'})
    alex.wait_answer('schnittstellen', 'Fachverfahren')


def report(alex):
    alex.pick('Gehen Sie an die Presse?', 'Ja')
    alex.wait_answer('presse', 'ja')
    alex.tick('Was geben Sie an andere weiter?', 'Projektdokumentation', 'Anforderungen')
    alex.save_pdf('Projektdokumentation', ['Jede Meldung bekommt eine Antwort'])


def keep_up(alex):
    alex.say('Wer kümmert sich nach dem Start?', 'Sascha', 'Name')
    alex.save_pdf('Betriebsblatt', ['Sascha'])
    alex.date_the_check('01.10.2027', '2027-10-01')
    alex.close()


def alex_nachnutzung(home):
    alex = Alex(home, GUIDE)
    convince(alex)
    deliver(alex)
    integrate(alex)
    report(alex)
    keep_up(alex)


if __name__ == '__main__':
    run(alex_nachnutzung)
