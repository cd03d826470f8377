/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-value.h"

#include <stdio.h>
#include <string.h>

/* Beyond that a double no longer holds every digit. */
#define MAX_DIGITS 15

static const char *
skip_sign (const char *p,
           gboolean   *negative)
{
  *negative = FALSE;
  if (*p == '-' || *p == '+')
    *negative = *p++ == '-';
  else if (g_str_has_prefix (p, "−"))
    {
      *negative = TRUE;
      p += strlen ("−");
    }

  return p;
}

static guint
count_digits (const char *p)
{
  return (guint) strspn (p, "0123456789");
}

/* Appends the whole part to @plain: digits, or groups of three with points between them. NULL when it is neither. */
static const char *
read_whole (const char *p,
            GString    *plain,
            gboolean   *grouping)
{
  guint n = count_digits (p);

  *grouping = FALSE;
  if (n == 0 || (n > 1 && *p == '0'))
    return NULL;

  g_string_append_len (plain, p, n);
  p += n;
  while (*p == '.')
    {
      if (n > 3 || count_digits (p + 1) != 3 || *plain->str == '0')
        return NULL;
      g_string_append_len (plain, p + 1, 3);
      p += 4;
      n = 3;
      *grouping = TRUE;
    }

  return p;
}

/* "1.234,50"; returns where it ends, or NULL when it is no number. */
static const char *
read_number (const char *p,
             WbOdfValue *value)
{
  g_autoptr(GString) plain = g_string_new (NULL);
  gboolean negative;

  p = read_whole (skip_sign (p, &negative), plain, &value->grouping);
  if (p == NULL)
    return NULL;
  if (*p == ',')
    {
      value->decimals = count_digits (++p);
      if (value->decimals == 0)
        return NULL;
      g_string_append_c (plain, '.');
      g_string_append_len (plain, p, value->decimals);
      p += value->decimals;
    }
  if (plain->len > MAX_DIGITS)
    return NULL;

  value->number = g_ascii_strtod (plain->str, NULL) * (negative ? -1 : 1);

  return p;
}

static gboolean
read_date (const char *text,
           WbOdfValue *value)
{
  guint day, month, year;
  int end = 0;

  if (strspn (text, "0123456789.") != strlen (text) || sscanf (text, "%2u.%2u.%4u%n", &day, &month, &year, &end) != 3)
    return FALSE;
  if (text[end] != '\0' || year < 1000 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  value->type = WB_ODF_VALUE_DATE;
  g_snprintf (value->date, sizeof value->date, "%04u-%02u-%02u", MIN (year, 9999), MIN (month, 12), MIN (day, 31));

  return TRUE;
}

static const char *
skip_space (const char *p)
{
  static const char *const spaces[] = { " ", "\u00a0", "\u202f" };

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (g_str_has_prefix (p, spaces[i]))
      return p + strlen (spaces[i]);

  return p;
}

WbOdfValue
wb_odf_value_parse (const char *text)
{
  const WbOdfValue string = { WB_ODF_VALUE_STRING };
  WbOdfValue value = string;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *end;

  if (read_date (stripped, &value))
    return value;

  end = read_number (stripped, &value);
  if (end == NULL)
    return string;
  value.type = WB_ODF_VALUE_NUMBER;
  end = skip_space (end);
  if (*end == '%')
    {
      value.type = WB_ODF_VALUE_PERCENTAGE;
      value.number /= 100;
      end++;
    }
  else if (g_str_has_prefix (end, "€") || g_str_has_prefix (end, "EUR"))
    {
      value.type = WB_ODF_VALUE_EURO;
      end += strlen ("€");
    }

  return *end == '\0' ? value : string;
}
