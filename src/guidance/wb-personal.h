/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Does a text that ought to be made up look as if it came from real people? A hint, never a judgement: better to miss one than
 * to cry wolf. Made-up names and numbers that are known as such (Mustermann, example.org, the telephone numbers that the
 * Bundesnetzagentur keeps for films) are none.
 */
typedef enum
{
  WB_PERSONAL_MAIL = 1 << 0,
  WB_PERSONAL_PHONE = 1 << 1,
  WB_PERSONAL_IBAN = 1 << 2,
  WB_PERSONAL_BIRTH = 1 << 3, /* a date of birth */
  WB_PERSONAL_NAMES = 1 << 4, /* names of people */
} WbPersonal;

WbPersonal  wb_personal_find     (const char *text);
/* What was found, as a list in a sentence: "an e-mail address and names". NULL for nothing. (nullable) (transfer full) */
char       *wb_personal_to_words (WbPersonal  found) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
