/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-answer-check.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "wb-attachment.h"
#include "wb-error.h"

static gboolean
refuse (const WbField  *field,
        GError        **error,
        const char     *expected)
{
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s”: %s"), field->label, expected);

  return FALSE;
}

static gboolean
is_iso_date (const char *text)
{
  int year, month, day;

  if (strlen (text) != 10)
    return FALSE;
  /* sscanf() alone would let signs and spaces pass. */
  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  if (sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return FALSE;

  return year >= 1000 && month > 0 && day > 0 && g_date_valid_dmy (day, month, year);
}

static gboolean
is_number (const char *text)
{
  char *end;

  if (*text == '\0' || strspn (text, "+-.0123456789eE") != strlen (text))
    return FALSE;
  g_ascii_strtod (text, &end);

  return *end == '\0';
}

static gboolean
check_option (const WbField   *field,
              GPtrArray       *options,
              const char      *value,
              GError         **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (options, i);

      if (g_str_equal (option->id, value))
        return TRUE;
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", option->id);
    }

  expected = g_strdup_printf (_("“%s” is not one of %s."), value, known->str);

  return refuse (field, error, expected);
}

static gboolean
check_rating (const WbField  *field,
              const char     *value,
              GError        **error)
{
  g_autofree char *expected = NULL;
  gint64 number;

  if (g_ascii_string_to_signed (value, 10, field->scale_min, field->scale_max, &number, NULL))
    return TRUE;

  expected = g_strdup_printf (_("please give a whole number from %d to %d."),
                              field->scale_min, field->scale_max);

  return refuse (field, error, expected);
}

/* As the ids of entries are: lower-case ASCII letters, digits, hyphens. */
static gboolean
is_entry_id (const char *text)
{
  return g_regex_match_simple ("^[a-z0-9][a-z0-9-]{0,79}$", text, 0, 0);
}

static gboolean
check_typed (const WbField  *field,
             WbFieldType     type,
             GPtrArray      *options,
             const char     *value,
             GError        **error)
{
  WbDuration duration;

  switch (type)
    {
    case WB_FIELD_CHOICE:
      return check_option (field, options, value, error);
    case WB_FIELD_DATE:
      return is_iso_date (value)
             || refuse (field, error, _("please give a date like 2026-11-24 that exists."));
    case WB_FIELD_NUMBER:
      return is_number (value) || refuse (field, error, _("please give a number like 1234.5."));
    case WB_FIELD_MONEY:
      return wb_answer_is_money (value) || refuse (field, error, _("please give an amount like 12500.50."));
    case WB_FIELD_DURATION:
      return wb_duration_parse (value, &duration) || refuse (field, error, _("please give a duration like P6W."));
    case WB_FIELD_LINK:
      return is_entry_id (value) || refuse (field, error, _("please give the id of an entry of the library."));
    case WB_FIELD_COMPUTED:
      return refuse (field, error, _("the value follows from other answers and cannot be set."));
    case WB_FIELD_YES_NO:
      return g_str_equal (value, "yes") || g_str_equal (value, "no")
             || refuse (field, error, _("please say “yes” or “no”."));
    case WB_FIELD_RATING:
      return check_rating (field, value, error);
    case WB_FIELD_TEXT:
      return strchr (value, '\n') == NULL
             || refuse (field, error, _("the text may have only one line."));
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICES:
    case WB_FIELD_PERSON:
    case WB_FIELD_TABLE:
    case WB_FIELD_CHECKLIST:
    default:
      return TRUE;
    }
}

static gboolean
check_no_part (const WbField  *field,
               const char     *row,
               const char     *column,
               GError        **error)
{
  if (*row == '\0' && *column == '\0')
    return TRUE;

  return refuse (field, error, _("this question has one answer and no rows or columns."));
}

static gboolean
check_person (const WbField  *field,
              const char     *row,
              const char     *column,
              const char     *value,
              GError        **error)
{
  static const char *const columns[] = { "name", "role", "contact", NULL };

  if (*row != '\0' || !g_strv_contains (columns, column))
    return refuse (field, error, _("a person has the parts name, role and contact."));

  return check_typed (field, WB_FIELD_TEXT, NULL, value, error);
}

static gboolean
check_item (const WbField  *field,
            const char     *row,
            const char     *column,
            const char     *value,
            GError        **error)
{
  if (!check_option (field, field->options, row, error))
    return FALSE;
  if (g_str_equal (column, "done"))
    return g_str_equal (value, "1")
           || refuse (field, error, _("please say 1 for done, or nothing."));
  if (g_str_equal (column, "date"))
    return check_typed (field, WB_FIELD_DATE, NULL, value, error);
  if (g_str_equal (column, "owner") || g_str_equal (column, "note"))
    return TRUE;

  return refuse (field, error, _("an item has the parts done, owner, date and note."));
}

static gboolean
check_cell (const WbField  *field,
            const char     *row,
            const char     *column,
            const char     *value,
            GError        **error)
{
  const WbColumn *found = wb_field_get_column (field, column);
  g_autofree char *expected = NULL;

  if (*row == '\0')
    return refuse (field, error, _("please name the row of the table."));
  if (found != NULL)
    return check_typed (field, found->type, found->options, value, error);

  expected = g_strdup_printf (_("the table has no column “%s”."), column);

  return refuse (field, error, expected);
}

/* What comes from another copy of the project; nobody types it. */
static gboolean
check_attached (const WbField  *field,
                const char     *row,
                const char     *column,
                const char     *value,
                GError        **error)
{
  if (g_str_equal (column, WB_ATTACHMENT_HASH))
    return wb_attachment_is_hash (value) || refuse (field, error, _("a file is attached, not typed in."));
  if (g_str_equal (column, WB_ATTACHMENT_SIZE))
    return check_typed (field, WB_FIELD_NUMBER, NULL, value, error);
  if (g_str_equal (column, WB_ATTACHMENT_TYPE))
    return check_typed (field, WB_FIELD_TEXT, NULL, value, error);

  return check_cell (field, row, column, value, error);
}

gboolean
wb_answer_check (const WbField  *field,
                 const char     *row,
                 const char     *column,
                 const char     *value,
                 GError        **error)
{
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (row != NULL && column != NULL && value != NULL, FALSE);

  if (*value == '\0')
    return TRUE;
  if (strlen (value) > WB_ANSWER_MAX_BYTES)
    return refuse (field, error, _("the text is longer than 1 MB."));
  if (!g_utf8_validate (value, -1, NULL))
    return refuse (field, error, _("the text is not valid UTF-8."));

  switch (field->type)
    {
    case WB_FIELD_CHOICES:
      return check_option (field, field->options, row, error)
             && ((*column == '\0' && g_str_equal (value, "1"))
                 || refuse (field, error, _("please say 1 for chosen, or nothing.")));
    case WB_FIELD_PERSON:
      return check_person (field, row, column, value, error);
    case WB_FIELD_CHECKLIST:
      return check_item (field, row, column, value, error);
    case WB_FIELD_TABLE:
    case WB_FIELD_GROUP:
      return check_cell (field, row, column, value, error);
    case WB_FIELD_ATTACHMENT:
      return check_attached (field, row, column, value, error);
    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICE:
    case WB_FIELD_DATE:
    case WB_FIELD_RATING:
    case WB_FIELD_NUMBER:
    case WB_FIELD_YES_NO:
    default:
      return check_no_part (field, row, column, error)
             && check_typed (field, field->type, field->options, value, error);
    }
}

static char *
normalize_date (const char  *text,
                GError     **error)
{
  int day, month, year;
  char rest;

  if (is_iso_date (text))
    return g_strdup (text);
  if (sscanf (text, "%2d.%2d.%4d%c", &day, &month, &year, &rest) == 3 && year >= 0)
    {
      /* Two digits mean this century: projects have no dates in the last one. */
      if (year < 100)
        year += 2000;
      if (year >= 1000 && day > 0 && month > 0 && g_date_valid_dmy (day, month, year))
        return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }

  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               _("“%s” is no date. Please write it like 24.11.2026."), text);

  return NULL;
}

/* What groups the thousands and what comes before the decimals, as the reader's language has it: 1.234,5 or 1,234.5. */
static const char *
get_thousands (void)
{
  return C_("thousands separator", ",");
}

static const char *
get_decimal (void)
{
  return C_("decimal separator", ".");
}

/* Whether @text is a figure written with these separators. */
static gboolean
is_written_with (const char *text,
                 const char *thousands,
                 const char *decimal)
{
  g_autofree char *pattern = g_strdup_printf ("^[+-]?(\\d{1,3}(\\%s\\d{3})+|\\d+)(\\%s\\d+)?$", thousands, decimal);

  return g_regex_match_simple (pattern, text, 0, 0);
}

static char *
to_plain_number (const char *text,
                 const char *thousands,
                 const char *decimal)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, thousands, "", 0);
  g_string_replace (plain, decimal, ".", 0);

  return g_string_free (plain, FALSE);
}

/* As the language writes it; then as C does, as the command line hands it over; then with a decimal comma, since papers
 * in this country have it whatever the language of the program. */
static char *
normalize_number (const char  *text,
                  GError     **error)
{
  if (is_written_with (text, get_thousands (), get_decimal ()))
    return to_plain_number (text, get_thousands (), get_decimal ());
  if (is_number (text))
    return g_strdup (text);
  if (is_written_with (text, ".", ","))
    return to_plain_number (text, ".", ",");

  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               /* Translators: keep the figure in the form your language writes it. */
               _("“%s” is no number. Please write it like 1,234.5."), text);

  return NULL;
}

static char *
normalize_yes_no (const char  *text,
                  GError     **error)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (g_str_equal (folded, "yes") || g_str_equal (folded, "ja") || g_str_equal (folded, "1"))
    return g_strdup ("yes");
  if (g_str_equal (folded, "no") || g_str_equal (folded, "nein") || g_str_equal (folded, "0"))
    return g_strdup ("no");

  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” is neither yes nor no."), text);

  return NULL;
}

char *
wb_answer_normalize (WbFieldType   type,
                     const char   *text,
                     GError      **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (type == WB_FIELD_TEXT || type == WB_FIELD_LONG_TEXT)
    return g_strdup (text);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    return g_steal_pointer (&stripped);

  switch (type)
    {
    case WB_FIELD_DATE:
      return normalize_date (stripped, error);
    case WB_FIELD_NUMBER:
      return normalize_number (stripped, error);
    case WB_FIELD_MONEY:
      return wb_answer_normalize_money (stripped, error);
    case WB_FIELD_DURATION:
      return wb_answer_normalize_duration (stripped, error);
    case WB_FIELD_YES_NO:
      return normalize_yes_no (stripped, error);
    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICE:
    case WB_FIELD_CHOICES:
    case WB_FIELD_PERSON:
    case WB_FIELD_TABLE:
    case WB_FIELD_CHECKLIST:
    case WB_FIELD_RATING:
    default:
      return g_steal_pointer (&stripped);
    }
}

char *
wb_answer_date_to_display (const char *value)
{
  int year, month, day;

  g_return_val_if_fail (value != NULL, NULL);

  if (!is_iso_date (value) || sscanf (value, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (value);

  /* Translators: a date in figures; %1 day, %2 month, %3 year, as in 24.11.2026. */
  return g_strdup_printf (_("%1$02d.%2$02d.%3$04d"), day, month, year);
}

/* Groups the whole part and sets the decimals apart as the reader's language does. */
char *
wb_answer_number_to_display (const char *value)
{
  const char *digits;
  gsize whole;
  GString *out;

  g_return_val_if_fail (value != NULL, NULL);

  digits = value + strspn (value, "+-");
  whole = strspn (digits, "0123456789");

  if (whole == 0 || (digits[whole] != '\0' && digits[whole] != '.') || strpbrk (value, "eE") != NULL)
    return g_strdup (value);

  out = g_string_new_len (value, digits - value);
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (out, get_thousands ());
      g_string_append_c (out, digits[i]);
    }
  if (digits[whole] == '.' && digits[whole + 1] != '\0')
    {
      g_string_append (out, get_decimal ());
      g_string_append (out, digits + whole + 1);
    }

  return g_string_free (out, FALSE);
}

static char *
number_with_unit (const char *value,
                  const char *unit)
{
  g_autofree char *number = wb_answer_number_to_display (value);

  if (unit == NULL || *number == '\0')
    return g_steal_pointer (&number);

  return g_strdup_printf ("%s %s", number, unit);
}

/* What is linked to is called by its title, as far as anybody knows it. */
static char *
link_to_display (const WbField *field,
                 const char    *id)
{
  char *title = field->titles != NULL && *id != '\0' ? wb_titles_find (field->titles, id) : NULL;

  if (title != NULL || field->titles == NULL || *id == '\0')
    return title != NULL ? title : g_strdup (id);

  return g_strdup_printf (_("%s (not in this library)"), id);
}

char *
wb_answer_to_display (const WbField  *field,
                      const WbColumn *column,
                      const char     *value)
{
  WbFieldType type;
  const WbOption *option;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  type = column != NULL ? column->type : field->type;
  switch (type)
    {
    case WB_FIELD_DATE:
      return wb_answer_date_to_display (value);
    case WB_FIELD_NUMBER:
      return number_with_unit (value, column != NULL ? column->form.unit : field->form.unit);
    case WB_FIELD_MONEY:
      return wb_answer_money_to_display (value);
    case WB_FIELD_DURATION:
      return wb_answer_duration_to_display (value);
    case WB_FIELD_LINK:
      return link_to_display (field, value);
    case WB_FIELD_YES_NO:
      if (*value == '\0')
        return g_strdup ("");
      return g_strdup (g_str_equal (value, "yes") ? _("Yes") : _("No"));
    case WB_FIELD_CHOICE:
    case WB_FIELD_CHOICES:
    case WB_FIELD_CHECKLIST:
      option = column != NULL ? wb_column_get_option (column, value)
                              : wb_field_get_option (field, value);
      return g_strdup (option != NULL ? option->label : value);
    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_PERSON:
    case WB_FIELD_TABLE:
    case WB_FIELD_RATING:
    default:
      return g_strdup (value);
    }
}
