#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alex wants to know when the underpass is flooded: from a use case in the library through the five stages to the dossier."""

from alex import Alex
from driver import run

GUIDE = 'leitfaden-sensorik'
USE_CASE = 'Ein Sensor unter der Brücke meldet den überfluteten Radweg'


def convince(alex):
    alex.begin('Pegel Hochwasser', USE_CASE)
    alex.take_over_proposal('Was ist der Anlass?')
    alex.wait_answer('anlass', USE_CASE)
    alex.say('Der Anlass in einem Satz, für die Folie', 'Der Bach steigt nachts')
    alex.say('Welches Ziel verfolgen Sie? In einem Satz', 'Der Bauhof ist früher da')
    alex.say('Der Satz vor dem Gerät: Wenn der Wert … erreicht, dann tut … was?', 'Ab 80 cm sperrt der Bauhof')
    alex.tick('Was wird gemessen?', 'Wasserstand, Niederschlag, Kanal', 'Temperatur, Luft, Straßenzustand')
    alex.wait_answer('messart', 'wasser,wetter')
    alex.say('Wer treibt das Vorhaben an?', 'Alex Beispiel', 'Name')
    alex.say('Bis wann brauchen Sie ein erstes Ergebnis?', '31.03.2027')
    alex.wait_answer('zieltermin', '2027-03-31')
    alex.take_back_and_make_again('zieltermin', '2027-03-31')

    alex.enter_who_is_missing('Personalrat')
    alex.say('Wer ist bei Ihnen für den Datenschutz benannt?', 'Dana Beispiel', 'Name')
    alex.pick('Wie ist der Personalrat eingebunden?', 'Informiert')
    alex.wait_answer('personalrat', 'informiert')
    alex.save_pdf('Beteiligte und Kommunikation planen', ['1 Personalrat', 'Involve'])

    alex.add_row('Welche Kosten entstehen?', {'Posten': 'Pegel', 'Einmalig': '1.200,-', 'Im Jahr': '60',
                                              'Herkunft': 'Angebot oder Auskunft'})
    alex.wait_answer('kostenliste', 'Pegel, 1200.00, 60.00, angebot')
    alex.wait_answer('kosten-fuenf-jahre', '1500.00')
    alex.save_pdf('Kosten und Aufwand', ['Pegel', '1,500.00'])
    alex.close()


def deliver(alex):
    alex.fill_from_outside({'heute': 'Jemand ruft an', 'nutzen-leitung': 'Weniger Feuerwehr in der Nacht', 'pilot-idee': 'Ein Leihsensor, sechs Wochen',
                            'entscheidungswunsch': 'pilotauftrag,arbeitszeit', 'vorrang': 'Wann wird gesperrt?'})
    alex.open('kosten')
    alex.lead('Dana Beispiel', True)
    alex.lead('Alex Beispiel', False)
    alex.add_row('Wer gehört zum Team und trägt welche Rollen?', {'Name': 'Sascha', 'Technik': 'Yes'})
    alex.share_task('Sensor reinigen', 'Sascha', ('r', 'a'))
    alex.save_pdf('Rollenblatt', ['Sascha', 'Sensor reinigen'])
    alex.pick('Werden im Vorhaben personenbezogene Daten verarbeitet?', 'Nein')
    alex.look_at_skipped('Zu welchem Zweck werden die Daten verarbeitet?', 'Entfällt, weil keine personenbezogenen Daten')
    alex.add_risk('Was kann im Projekt schiefgehen?', 'Batterie leer')
    alex.save_pdf('Pilotplan mit Abbruchkriterien', ['Batterie leer'])


def integrate(alex):
    alex.pick('Wird aus dem Messwert eine Warnung?', 'Ja, an eigene Leute')
    alex.wait_answer('warnung', 'intern')
    alex.add_row('Wer tut bei welchem Wert was?', {'Stufe': 'Gelb', 'Ab welchem Wert': '60 cm', 'Wer wird benachrichtigt': 'Bauhof'})
    alex.save_pdf('Alarmkette', ['Gelb', '60 cm', 'Bauhof'])
    alex.look_before_the_council('12.01.2036', 'Welche Frage beantwortet der Pilot?')


def report(alex):
    alex.add_row('Wer erfährt was, wann und von wem?', {'Gruppe': 'Anlieger', 'Wann': '01.04.2027'})
    alex.wait_answer('kommunikationsplan', '2027-04-01')
    alex.say('Was geschieht mit den Daten? In zwei Sätzen für alle', 'Gemessen wird nur Wasser. Niemand wird gefilmt.')
    alex.save_pdf('Pressetext', ['Der Bauhof ist früher da', 'Niemand wird gefilmt'])
    alex.tick('Was geben Sie an andere weiter?', 'Projektdokumentation')


def keep_up(alex):
    alex.say('Wer kümmert sich nach dem Start?', 'Sascha', 'Name')
    alex.date_the_check('01.10.2027', '2027-10-01')
    alex.close()
    alex.put_dossier_together(['Der Bach steigt nachts', 'Batterie leer', '60 cm'])


def alex_sensorik(home):
    alex = Alex(home, GUIDE)
    convince(alex)
    deliver(alex)
    integrate(alex)
    report(alex)
    keep_up(alex)


if __name__ == '__main__':
    run(alex_sensorik)
