/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How a German word sounds: the Kölner Phonetik, after Hans Joachim Postel: Die Kölner Phonetik. Ein Verfahren zur
 * Identifizierung von Personennamen auf der Grundlage der Gestaltanalyse. IBM-Nachrichten 19 (1969), pages 925 to 931.
 * Words that sound alike get the same digits: "Schiffahrt" and "Schifffahrt", "Fahrrad" and "Farat".
 */

/* The most digits a word gets. */
#define WB_PHONETIC_MAX 48

/* Writes the digits for @key, a key as wb_tokenizer_make_key() makes it, to @code; of letters other than a to z nothing
 * is heard. Longer words are cut. */
void wb_phonetic_encode (const char *key,
                         char        code[WB_PHONETIC_MAX + 1]);

G_END_DECLS
