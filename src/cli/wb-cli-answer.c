/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli-project.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-error.h"

static const char *const person_columns[] = { "name", "role", "contact", NULL };
static const char *const item_columns[] = { "done", "owner", "date", "note", NULL };

/* "field", "field.column", "field/row", "field/row.column". */
typedef struct
{
  char *field;
  char *row;    /* (nullable) */
  char *column; /* (nullable) */
} Address;

static void
address_clear (Address *address)
{
  g_free (address->field);
  g_free (address->row);
  g_free (address->column);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Address, address_clear)

static void
address_parse (Address    *address,
               const char *text)
{
  gsize length = strcspn (text, "/.");
  const char *rest = text + length;

  address->field = g_strndup (text, length);
  if (*rest == '/')
    {
      length = strcspn (rest + 1, ".");
      address->row = g_strndup (rest + 1, length);
      rest += 1 + length;
    }
  if (*rest == '.')
    address->column = g_strdup (rest + 1);
}

/* How the field is addressed rightly. */
static gboolean
refuse_address (const WbField  *field,
                GError        **error)
{
  const char *id = field->id;

  switch (field->type)
    {
    case WB_FIELD_PERSON:
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   _("“%s” is a person: write %s.name, %s.role or %s.contact."), id, id, id, id);
      break;
    case WB_FIELD_CHOICES:
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   _("“%s” has several choices: write %s with a list of ids, or %s/OPTION with yes or no."), id, id, id);
      break;
    case WB_FIELD_CHECKLIST:
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   _("“%s” is a checklist: write %s/ITEM.done, .owner, .date or .note."), id, id);
      break;
    case WB_FIELD_TABLE:
    case WB_FIELD_GROUP:
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   _("“%s” is a table: write %s/1.COLUMN for its first row, %s/+.COLUMN for a new one."), id, id, id);
      break;
    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICE:
    case WB_FIELD_DATE:
    case WB_FIELD_RATING:
    case WB_FIELD_NUMBER:
    case WB_FIELD_YES_NO:
    default:
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” has one answer: write %s without a row or column."), id, id);
      break;
    }

  return FALSE;
}

/* Reads what was typed for a cell of @type, checks it, and sets it. */
static gboolean
set_cell (const WbField  *field,
          WbAnswers      *answers,
          const char     *row,
          const char     *column,
          WbFieldType     type,
          const char     *text,
          GError        **error)
{
  g_autofree char *value = wb_answer_normalize (type, text, error);

  if (value == NULL)
    {
      g_prefix_error (error, "%s: ", field->id);
      return FALSE;
    }
  if (!wb_answer_check (field, row, column, value, error))
    return FALSE;

  wb_answers_set (answers, field->id, row, column, value);

  return TRUE;
}

/* Yes and no of an option or item are "1" and nothing. */
static gboolean
set_mark (const WbField  *field,
          WbAnswers      *answers,
          const char     *row,
          const char     *column,
          const char     *text,
          GError        **error)
{
  g_autofree char *value = wb_answer_normalize (WB_FIELD_YES_NO, text, error);
  const char *mark;

  if (value == NULL)
    {
      g_prefix_error (error, "%s/%s: ", field->id, row);
      return FALSE;
    }
  /* An empty cell is always right; that the row exists is not. */
  if (!wb_answer_check (field, row, column, "1", error))
    return FALSE;

  mark = g_str_equal (value, "yes") ? "1" : "";
  wb_answers_set (answers, field->id, row, column, mark);

  return TRUE;
}

/* All options or items at once: those in the comma list are marked, the others are not. */
static gboolean
set_list (const WbField  *field,
          WbAnswers      *answers,
          const char     *column,
          const char     *text,
          GError        **error)
{
  g_auto (GStrv) ids = g_strsplit (text, ",", -1);
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_strstrip (ids[i]);
      if (*ids[i] == '\0')
        continue;
      if (!wb_answer_check (field, ids[i], column, "1", error))
        return FALSE;
      g_hash_table_add (chosen, ids[i]);
    }

  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (field->options, i);

      wb_answers_set (answers, field->id, option->id, column, g_hash_table_contains (chosen, option->id) ? "1" : "");
    }

  return TRUE;
}

static gboolean
set_item (const WbField  *field,
          WbAnswers      *answers,
          const Address  *address,
          const char     *text,
          GError        **error)
{
  const char *column = address->column != NULL ? address->column : "done";

  if (address->row == NULL)
    return address->column == NULL ? set_list (field, answers, "done", text, error) : refuse_address (field, error);
  if (!g_strv_contains (item_columns, column))
    return refuse_address (field, error);
  if (g_str_equal (column, "done"))
    return set_mark (field, answers, address->row, column, text, error);

  if (wb_field_get_option (field, address->row) == NULL)
    return wb_answer_check (field, address->row, "done", "1", error);

  return set_cell (field, answers, address->row, column,
                   g_str_equal (column, "date") ? WB_FIELD_DATE : WB_FIELD_TEXT, text, error);
}

/* The id of the row with the number @text; NULL with the error when there is none. */
static const char *
find_row (const WbField  *field,
          WbAnswers      *answers,
          const char     *text,
          GError        **error)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);
  guint n_rows = wb_answers_count_rows (answers, field->id);
  guint64 number;

  if (n_rows > 0 && g_ascii_string_to_unsigned (text, 10, 1, n_rows, &number, NULL))
    return rows[number - 1];

  g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
               g_dngettext (GETTEXT_PACKAGE, "“%s” has %u row; “%s/+.COLUMN” adds one.",
                            "“%s” has %u rows; “%s/+.COLUMN” adds one.", n_rows), field->id, n_rows, field->id);

  return NULL;
}

static gboolean
refuse_column (const WbField  *field,
               GError        **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < field->columns->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((WbColumn *) g_ptr_array_index (field->columns, i))->id);
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” has the columns %s."), field->id, names->str);

  return FALSE;
}

static gboolean
set_table_cell (const WbField  *field,
                WbAnswers      *answers,
                const Address  *address,
                const char     *text,
                GError        **error)
{
  const WbColumn *column;
  g_autofree char *value = NULL;
  const char *row;

  if (address->row == NULL || address->column == NULL)
    return refuse_address (field, error);
  column = wb_field_get_column (field, address->column);
  if (column == NULL)
    return refuse_column (field, error);

  /* The value first, so that a wrong one leaves no empty row behind. */
  value = wb_answer_normalize (column->type, text, error);
  if (value == NULL)
    {
      g_prefix_error (error, "%s: ", field->id);
      return FALSE;
    }
  if (!wb_answer_check (field, "new", column->id, value, error))
    return FALSE;
  if (g_str_equal (address->row, "+"))
    row = wb_answers_add_row (answers, field->id, NULL);
  else
    row = find_row (field, answers, address->row, error);
  if (row == NULL)
    return FALSE;

  return set_cell (field, answers, row, column->id, column->type, text, error);
}

static gboolean
set_person (const WbField  *field,
            WbAnswers      *answers,
            const Address  *address,
            const char     *text,
            GError        **error)
{
  if (address->row != NULL || address->column == NULL || !g_strv_contains (person_columns, address->column))
    return refuse_address (field, error);

  return set_cell (field, answers, "", address->column, WB_FIELD_TEXT, text, error);
}

static gboolean
set_choices (const WbField  *field,
             WbAnswers      *answers,
             const Address  *address,
             const char     *text,
             GError        **error)
{
  if (address->column != NULL)
    return refuse_address (field, error);
  if (address->row == NULL)
    return set_list (field, answers, "", text, error);

  return set_mark (field, answers, address->row, "", text, error);
}

/* A file does not come about by its name. */
static gboolean
set_attached (const WbField  *field,
              WbAnswers      *answers,
              const Address  *address,
              const char     *text,
              GError        **error)
{
  if (g_strcmp0 (address->row, "+") != 0)
    return set_table_cell (field, answers, address, text, error);
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” holds files; “project attach” adds one."), field->id);

  return FALSE;
}

gboolean
wb_cli_answer_set (WbGuide     *guide,
                   WbAnswers   *answers,
                   const char  *text,
                   const char  *value,
                   GError     **error)
{
  g_auto (Address) address = { NULL };
  const WbField *field;

  address_parse (&address, text);
  field = wb_guide_get_field (guide, address.field);
  if (field == NULL)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                   _("There is no field “%s”; “project show” names them all."), address.field);
      return FALSE;
    }

  switch (field->type)
    {
    case WB_FIELD_PERSON:
      return set_person (field, answers, &address, value, error);
    case WB_FIELD_CHOICES:
      return set_choices (field, answers, &address, value, error);
    case WB_FIELD_CHECKLIST:
      return set_item (field, answers, &address, value, error);
    case WB_FIELD_TABLE:
    case WB_FIELD_GROUP:
      return set_table_cell (field, answers, &address, value, error);
    case WB_FIELD_ATTACHMENT:
      return set_attached (field, answers, &address, value, error);
    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICE:
    case WB_FIELD_DATE:
    case WB_FIELD_RATING:
    case WB_FIELD_NUMBER:
    case WB_FIELD_MONEY:
    case WB_FIELD_DURATION:
    case WB_FIELD_LINK:
    case WB_FIELD_COMPUTED:
    case WB_FIELD_YES_NO:
    default:
      if (address.row != NULL || address.column != NULL)
        return refuse_address (field, error);
      return set_cell (field, answers, "", "", field->type, value, error);
    }
}

static void
visit (const WbField *field,
       WbAnswers     *answers,
       const char    *address,
       const char    *row,
       const char    *column,
       WbCliCellFunc  func,
       gpointer       user_data)
{
  const char *value = wb_answers_get (answers, field->id, row, column);

  if (*value != '\0')
    func (address, row, column, value, user_data);
}

static void
foreach_item (const WbField *field,
              WbAnswers     *answers,
              WbCliCellFunc  func,
              gpointer       user_data)
{
  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (field->options, i);

      for (guint j = 0; item_columns[j] != NULL; j++)
        {
          g_autofree char *address = g_strdup_printf ("%s/%s.%s", field->id, option->id, item_columns[j]);

          visit (field, answers, address, option->id, item_columns[j], func, user_data);
        }
    }
}

static void
foreach_table_cell (const WbField *field,
                    WbAnswers     *answers,
                    WbCliCellFunc  func,
                    gpointer       user_data)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; rows[i] != NULL; i++)
    for (guint j = 0; j < field->columns->len; j++)
      {
        const WbColumn *column = g_ptr_array_index (field->columns, j);
        g_autofree char *address = g_strdup_printf ("%s/%u.%s", field->id, i + 1, column->id);

        visit (field, answers, address, rows[i], column->id, func, user_data);
      }
}

void
wb_cli_answer_foreach (const WbField *field,
                       WbAnswers     *answers,
                       WbCliCellFunc  func,
                       gpointer       user_data)
{
  if (field->type == WB_FIELD_PERSON)
    for (guint i = 0; person_columns[i] != NULL; i++)
      {
        g_autofree char *address = g_strconcat (field->id, ".", person_columns[i], NULL);

        visit (field, answers, address, "", person_columns[i], func, user_data);
      }
  else if (field->type == WB_FIELD_CHECKLIST)
    foreach_item (field, answers, func, user_data);
  else if (wb_field_type_has_rows (field->type))
    foreach_table_cell (field, answers, func, user_data);
  else if (field->type == WB_FIELD_CHOICES)
    for (guint i = 0; i < field->options->len; i++)
      {
        const WbOption *option = g_ptr_array_index (field->options, i);
        g_autofree char *address = g_strconcat (field->id, "/", option->id, NULL);

        visit (field, answers, address, option->id, "", func, user_data);
      }
  else
    visit (field, answers, field->id, "", "", func, user_data);
}

typedef struct
{
  const WbField *field;
  GString *text;
  char *row;
} Summary;

static void
append_cell (const char *address,
             const char *row,
             const char *column,
             const char *value,
             gpointer    user_data)
{
  Summary *summary = user_data;
  gboolean list = summary->field->type == WB_FIELD_CHOICES || summary->field->type == WB_FIELD_CHECKLIST;

  if (summary->field->type == WB_FIELD_CHECKLIST && !g_str_equal (column, "done"))
    return;
  if (summary->text->len > 0)
    g_string_append (summary->text, list ? "," : g_strcmp0 (summary->row, row) == 0 ? ", " : "; ");
  g_string_append (summary->text, list ? row : value);
  g_free (summary->row);
  summary->row = g_strdup (row);
}

char *
wb_cli_answer_get (const WbField *field,
                   WbAnswers     *answers)
{
  Summary summary = { field, g_string_new (NULL), NULL };

  wb_cli_answer_foreach (field, answers, append_cell, &summary);
  g_free (summary.row);

  return g_string_free (summary.text, FALSE);
}
