/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-answer-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-decimal.h"
#include "wb-duration.h"
#include "wb-error.h"

/* Amounts of money and durations, as people write them and as they are stored. */

/* Larger amounts would not be added up exactly any more. */
#define MAX_EUROS (G_GINT64_CONSTANT (1000000000000) * WB_DECIMAL_ONE)

/* What is written around an amount goes: "EUR", "€", ",-" and blanks between the digits. */
static char *
strip_money (const char *text)
{
  g_autoptr (GRegex) around = g_regex_new ("€|\\b(EUR|Euro)\\b|[\\s\\x{a0}\\x{202f}]+", G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GRegex) dash = g_regex_new ("[,.][-–—]{1,2}$", G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (around, text, -1, 0, "", 0, NULL);

  return bare != NULL ? g_regex_replace_literal (dash, bare, -1, 0, "", 0, NULL) : g_strdup ("");
}

/* Points and commas as in this country: an amount never has three decimals. */
static gboolean
read_grouped (const char *bare,
              char        thousands,
              char        decimal,
              WbDecimal  *value)
{
  g_autofree char *pattern = g_strdup_printf ("^[+-]?(\\d{1,3}(\\%c\\d{3})+|\\d+)(\\%c\\d{1,2})?$", thousands, decimal);
  g_autoptr (GString) plain = NULL;

  if (!g_regex_match_simple (pattern, bare, 0, 0))
    return FALSE;
  plain = g_string_new (NULL);
  for (const char *p = bare; *p != '\0'; p++)
    if (*p != thousands)
      g_string_append_c (plain, *p == decimal ? '.' : *p);

  return wb_decimal_parse (plain->str, value);
}

char *
wb_answer_normalize_money (const char  *text,
                           GError     **error)
{
  g_autofree char *bare = NULL;
  WbDecimal value;

  g_return_val_if_fail (text != NULL, NULL);

  bare = strip_money (text);
  if ((!read_grouped (bare, '.', ',', &value) && !read_grouped (bare, ',', '.', &value))
      || value > MAX_EUROS || value < -MAX_EUROS)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   /* Translators: keep the figure in the form your language writes it. */
                   _("“%s” is no amount of money. Please write it like 12,500.50 or 12500; cents have two digits."), text);
      return NULL;
    }

  return wb_decimal_to_string (value, 2);
}

gboolean
wb_answer_is_money (const char *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  return g_regex_match_simple ("^-?\\d{1,13}\\.\\d\\d$", value, 0, 0);
}

char *
wb_answer_money_to_display (const char *value)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  if (!wb_answer_is_money (value))
    return g_strdup (value);
  number = wb_answer_number_to_display (value);

  return g_strdup_printf ("%s\u00a0€", number);
}

/* Beginnings of words for a unit, English and German; hours first, since "h" and "std" are short. */
static const struct
{
  const char *pattern;
  WbTimeUnit unit;
  int times;
} unit_words[] = {
  { "^(h|hrs?|hours?|std\\.?|stunden?)$", WB_TIME_HOURS, 1 },
  { "^(d|days?|tage?n?)$", WB_TIME_DAYS, 1 },
  { "^(w|wks?|weeks?|wo\\.?|wochen?)$", WB_TIME_WEEKS, 1 },
  { "^(months?|mon\\.?|monate?n?)$", WB_TIME_MONTHS, 1 },
  { "^(years?|jahre?n?)$", WB_TIME_MONTHS, 12 },
};

static const char *const number_words[][4] = {
  { "0.5", "half a", "halbe", "halber" }, { "0.5", "half", "halbes", "halben" },
  { "1", "a", "ein", "eine" },            { "1", "an", "einen", "einer" },
  { "1", "one", "eins", "einem" },        { "1.5", "anderthalb", "eineinhalb", "one and a half" },
  { "2", "two", "zwei", "zwo" },          { "3", "three", "drei", "drei" },
  { "4", "four", "vier", "vier" },        { "5", "five", "fünf", "fuenf" },
  { "6", "six", "sechs", "sechs" },       { "7", "seven", "sieben", "sieben" },
  { "8", "eight", "acht", "acht" },       { "9", "nine", "neun", "neun" },
  { "10", "ten", "zehn", "zehn" },        { "12", "twelve", "zwölf", "zwoelf" },
};

static gboolean
read_amount (const char *text,
             WbDecimal  *value)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);
  g_autofree char *plain = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    for (guint j = 1; j < G_N_ELEMENTS (number_words[i]); j++)
      if (g_str_equal (folded, number_words[i][j]))
        return wb_decimal_parse (number_words[i][0], value);

  plain = wb_answer_normalize (WB_FIELD_NUMBER, text, NULL);

  return plain != NULL && wb_decimal_parse (plain, value);
}

/* "6 Wochen", "6w", "half a day": what comes behind the last blank or digit is the unit. */
static gboolean
read_duration (const char *text,
               WbDuration *duration)
{
  g_autoptr (GRegex) parts = g_regex_new ("^(.*?)\\s*([[:alpha:]]+\\.?)$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *unit = NULL;

  if (!g_regex_match (parts, text, 0, &match))
    return FALSE;
  amount = g_match_info_fetch (match, 1);
  unit = g_match_info_fetch (match, 2);
  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    {
      if (!g_regex_match_simple (unit_words[i].pattern, unit, G_REGEX_CASELESS, 0))
        continue;
      duration->unit = unit_words[i].unit;
      return read_amount (amount, &duration->value)
             && wb_decimal_multiply (duration->value, unit_words[i].times * WB_DECIMAL_ONE, &duration->value);
    }

  return FALSE;
}

char *
wb_answer_normalize_duration (const char  *text,
                              GError     **error)
{
  WbDuration duration;

  g_return_val_if_fail (text != NULL, NULL);

  if ((wb_duration_parse (text, &duration) || read_duration (text, &duration))
      && duration.value >= 0 && duration.value <= 1000000 * WB_DECIMAL_ONE)
    return wb_duration_to_string (&duration);

  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               _("“%s” is no duration. Please write a number and hours, days, weeks or months, like “6 weeks”."), text);

  return NULL;
}

const char *
wb_answer_unit_to_words (WbTimeUnit unit)
{
  switch (unit)
    {
    case WB_TIME_HOURS:
      return _("hours");
    case WB_TIME_WEEKS:
      return _("weeks");
    case WB_TIME_MONTHS:
      return _("months");
    case WB_TIME_DAYS:
    default:
      return _("days");
    }
}

char *
wb_answer_duration_to_display (const char *value)
{
  g_autofree char *plain = NULL;
  g_autofree char *number = NULL;
  WbDuration duration;
  gulong n;

  g_return_val_if_fail (value != NULL, NULL);

  if (!wb_duration_parse (value, &duration))
    return g_strdup (value);
  plain = wb_decimal_to_string (duration.value, WB_DECIMAL_ALL);
  number = wb_answer_number_to_display (plain);
  n = duration.value == WB_DECIMAL_ONE ? 1 : 2;
  switch (duration.unit)
    {
    case WB_TIME_HOURS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s hour", "%s hours", n), number);
    case WB_TIME_WEEKS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s week", "%s weeks", n), number);
    case WB_TIME_MONTHS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s month", "%s months", n), number);
    case WB_TIME_DAYS:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", n), number);
    }
}
