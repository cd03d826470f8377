#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alex follows the general guide with a register of trees: hours, periods, milestones, defects, decisions, and what another town makes of it."""

from alex import Alex, import_elsewhere
from driver import run

GUIDE = 'leitfaden-allgemein'
TITLE = 'Unser Weg vom Papier'
SECRETS = ('Alex Beispiel', 'Dana Beispiel', 'alex@beispielstadt.de', '04321 55667')
USE_CASE = 'Baumkataster in der Cloud mit App für die Kontrolle'


def convince(alex):
    alex.begin('Baumkataster App Kontrolle', USE_CASE)
    alex.take_over_proposal('Was ist der Anlass?')
    alex.wait_answer('anlass', USE_CASE)
    alex.say('Der Anlass in einem Satz, für die Folie', 'Die Liste ist aus Papier')
    alex.enter_who_is_missing('Informationssicherheit')
    alex.add_row('Wer braucht wie viel Zeit?', {'Tätigkeit': 'Erfassen', 'Stunden im Projekt': '40'})
    alex.wait_answer('stundenliste', 'Erfassen, 40')
    alex.take_back_and_make_again('stundenliste', '40')
    alex.save_pdf('Kosten und Aufwand', ['Erfassen', '40'])
    alex.close()


def deliver(alex):
    alex.fill_from_outside({'ziel': 'Jeder Baum ist erfasst', 'daten-champion.name': 'Alex Beispiel', 'dsb.name': 'Dana Beispiel',
                            'daten-champion.contact': 'alex@beispielstadt.de, 04321 55667', 'heute': 'Alex Beispiel tippt Listen ab'})
    alex.open('kosten')
    alex.lead('Dana Beispiel', True)
    alex.lead('Alex Beispiel', False)
    alex.add_row('Wer gehört zum Team und trägt welche Rollen?', {'Name': 'Kim', 'Datenpflege': 'Yes'})
    alex.share_task('Liste abtippen', 'Kim', ('a', 'r'))
    alex.save_pdf('Rollenblatt', ['Kim', 'Liste abtippen'])
    alex.add_row('Welche Meilensteine hat das Projekt?', {'Milestone': 'Liste steht', 'Date': '01.04.2027'})
    alex.add_row('Welche Meilensteine hat das Projekt?', {'Milestone': 'App laeuft', 'Date': '01.06.2027'})
    alex.wait_answer('meilensteine', 'App laeuft, 2027-06-01')
    alex.wait_timeline('Welche Meilensteine hat das Projekt?', 'Liste steht', 'App laeuft')
    alex.pick('Werden im Vorhaben personenbezogene Daten verarbeitet?', 'Unklar')
    alex.add_row('Wann wird was gelöscht, und von wem?', {'Art der Daten': 'Meldungen', 'Frist': '6 weeks'})
    alex.wait_answer('loeschliste', 'Meldungen, P6W')


def integrate(alex):
    alex.add_row('Welche Mängel sind offen?', {'Mangel': 'Karte leer', 'Stufe': 'Stufe 2', 'Frist': '01.06.2027'})
    alex.wait_answer('maengel', 'Karte leer')
    alex.save_pdf('Abnahmeplan', ['Karte leer'])


def report(alex):
    alex.tick('Was geben Sie an andere weiter?', 'Projektdokumentation', 'Präsentation')
    alex.add_row('Was wurde unterwegs entschieden?', {'Question': 'Papier oder App', 'Decision': 'App', 'Decided on': '02.02.2027'})
    alex.wait_answer('entscheidungen', 'Papier oder App, App, 2027-02-02')
    alex.save_pdf('Projektdokumentation', ['Jeder Baum ist erfasst', 'Liste steht', 'Papier oder App'])


def keep_up(alex):
    alex.say('Wer kümmert sich nach dem Start?', 'Kim', 'Name')
    alex.add_row('Was tun bei Störungen?', {'Was ist los': 'App startet nicht', 'Wen rufen wir an': 'Kim'})
    alex.save_pdf('Betriebsblatt', ['Kim', 'App startet nicht'])
    alex.date_the_check('01.10.2027', '2027-10-01')
    alex.say('Welches Vorhaben kommt als Nächstes?', 'Spielplaetze')
    alex.wait_answer('naechstes', 'Spielplaetze')


def hand_on(alex):
    """What Alex has learned goes to another town, without Alex; and Alex goes on."""
    pack = alex.contribute(TITLE, 'Beispielstadt', 'Mittel')
    alex.go_on('Sensor Br', 'Ein Sensor unter der Br', 'Alex Beispiel')
    alex.close()
    import_elsewhere(alex.home, pack, 'Weg vom Papier', TITLE, SECRETS)


def alex_allgemein(home):
    alex = Alex(home, GUIDE)
    convince(alex)
    deliver(alex)
    integrate(alex)
    report(alex)
    keep_up(alex)
    hand_on(alex)


if __name__ == '__main__':
    run(alex_allgemein)
