#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alex brings social data together: with personal data, so that data protection is asked about, from the library to the report."""

from alex import Alex
from driver import run

GUIDE = 'leitfaden-sozialraeume'
USE_CASE = 'Online-Sozialmonitoring für 21 Kommunen mit Gemeindeprofilen'


def convince(alex):
    alex.begin('Sozialmonitoring Region Hannover', USE_CASE)
    alex.take_over_proposal('Was ist der Anlass?')
    alex.wait_answer('anlass', USE_CASE)
    alex.say('Der Anlass in einem Satz, für die Folie', 'Niemand kennt die Lage im Norden')
    alex.tick('Welche Themen sollen die Zahlen abdecken?', 'Kita und frühe Bildung', 'Alter und Pflege')
    alex.add_row('Welche Räume wollen Sie vergleichen?', {'Raum': 'Nord', 'Einwohner, ungefähr': '1200'})
    alex.wait_answer('sozialraeume', 'Nord, 1200')
    alex.take_back_and_make_again('sozialraeume', '1200')
    alex.enter_who_is_missing('Personalrat')
    alex.say('Wann stellen Sie das Vorhaben vor?', '15.02.2027')
    alex.save_pdf('Präsentation für die Leitung', ['Niemand kennt die Lage im Norden'], True)
    alex.present('Präsentation für die Leitung', 'Niemand kennt die Lage im Norden')
    alex.close()


def deliver(alex):
    alex.fill_from_outside({'ziel': 'Ein Bericht im Jahr', 'daten-champion.name': 'Alex Beispiel', 'dsb.name': 'Dana Beispiel',
                            'zieltermin': '2027-09-30'})
    alex.open('leitung')
    alex.lead('Dana Beispiel', True)
    alex.lead('Alex Beispiel', False)
    alex.add_row('Welche Datensätze kommen infrage?', {'Data set': 'Melderegister', 'System or place': 'Einwohneramt', 'Personal data': 'Yes',
                                                       'Format': 'CSV'})
    alex.wait_answer('bestand', 'Melderegister')
    alex.save_pdf('Dateninventar', ['Melderegister', 'Einwohneramt'])
    alex.pick('Werden im Vorhaben personenbezogene Daten verarbeitet?', 'Ja')
    alex.wait_answer('personenbezug', 'ja')
    alex.pick('Ist eine Folgenabschätzung nötig?', 'Ja')
    alex.add_risk('Welche Risiken tragen Betroffene und was tun Sie dagegen?', 'Kleine Zahlen verraten')
    alex.save_pdf('Bericht der Folgenabschätzung', ['Kleine Zahlen verraten'])


def integrate(alex):
    alex.pick('Ab welcher Zahl darf ein Wert gezeigt werden?', '5')
    alex.wait_answer('mindestfallzahl', '5')
    alex.add_row('Was muss die Lösung können?', {'Anforderung': 'Karte', 'Vorrang': 'Muss'})
    alex.wait_answer('anforderungsliste', 'Karte, muss')
    alex.save_pdf('Anforderungen und Schnittstellen', ['Karte'])
    alex.say('Wer kümmert sich nach dem Start?', 'Sascha', 'Name')


def report(alex):
    alex.add_row('Was war gut, was schwer, und was raten Sie anderen?', {'Punkt': 'Amtshilfe', 'So war es': 'Gut'})
    alex.say('Wann prüfen Sie, ob noch alles stimmt?', '01.10.2027')
    alex.wait_answer('ueberpruefung', '2027-10-01')
    alex.save_pdf('Projektdokumentation', ['Ein Bericht im Jahr', 'Amtshilfe'])


def keep_up(alex):
    alex.add_row('Was ist regelmäßig zu tun?', {'Aufgabe': 'Zahlen neu laden', 'Wer': 'Sascha'})
    alex.save_pdf('Betriebsblatt', ['Zahlen neu laden'])
    alex.go_on('Sensor Br', 'Ein Sensor unter der Br', 'Alex Beispiel')
    alex.close()


def alex_sozialraeume(home):
    alex = Alex(home, GUIDE)
    convince(alex)
    deliver(alex)
    integrate(alex)
    report(alex)
    keep_up(alex)


if __name__ == '__main__':
    run(alex_sozialraeume)
