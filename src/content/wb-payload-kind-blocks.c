/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload-blocks-private.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"

/* Workshop formats, data models, interfaces and solutions. */

static WbBlock *
append_cell (WbBlock    *row,
             const char *text)
{
  WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));

  if (text != NULL)
    wb_block_append_text (cell, text, 0, NULL);

  return cell;
}

/* A cell with a strong line and more below it. */
static void
append_titled_cell (WbBlock    *row,
                    const char *title,
                    const char *text)
{
  WbBlock *cell = append_cell (row, NULL);

  wb_block_append_text (cell, title, WB_INLINE_STRONG, NULL);
  wb_block_append_text (cell, "", WB_INLINE_BREAK, NULL);
  wb_block_append_text (cell, text, 0, NULL);
}

/* Minutes as hours and minutes: "1:05". */
static char *
format_clock (guint minutes)
{
  return g_strdup_printf ("%u:%02u", minutes / 60, minutes % 60);
}

static char *
format_minutes (guint minutes)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes), minutes);
}

static void
append_run_sheet (WbBlock                *body,
                  const WbWorkshopFormat *format)
{
  const WbAlign aligns[] = { WB_ALIGN_END, WB_ALIGN_END, WB_ALIGN_START };
  WbBlock *table;
  g_autofree char *end = format_clock (format->minutes);
  g_autofree char *sum = g_strdup_printf ("%u", format->minutes);

  wb_block_append_heading (body, 2, _("Run sheet"));
  table = wb_block_append (body, wb_block_new (WB_BLOCK_TABLE));
  table->header_rows = 1;
  g_array_append_vals (table->aligns, aligns, G_N_ELEMENTS (aligns));
  /* Translators: columns of a workshop's run sheet; time from the beginning as 0:25, length in minutes, what happens. */
  wb_block_append_row (table, _("From"), _("Minutes"), _("What happens"), NULL);
  for (guint i = 0; i < format->steps->len; i++)
    {
      const WbWorkshopStep *step = g_ptr_array_index (format->steps, i);
      g_autofree char *start = format_clock (wb_workshop_format_get_start (format, i));
      g_autofree char *minutes = g_strdup_printf ("%u", step->minutes);
      WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

      append_cell (row, start);
      append_cell (row, minutes);
      append_titled_cell (row, step->title, step->text);
    }
  wb_block_append_row (table, end, sum, _("End"), NULL);
}

static void
append_facilitator_notes (WbBlock                *body,
                          const WbWorkshopFormat *format)
{
  WbBlock *list = NULL;

  for (guint i = 0; i < format->steps->len; i++)
    {
      const WbWorkshopStep *step = g_ptr_array_index (format->steps, i);
      g_autofree char *label = g_strconcat (step->title, ":", NULL);

      if (step->note == NULL || *step->note == '\0')
        continue;
      if (list == NULL)
        {
          wb_block_append_heading (body, 2, _("For the facilitator"));
          list = wb_payload_append_list (body, FALSE);
        }
      wb_payload_append_labelled (wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), label, step->note);
    }
}

void
wb_payload_append_workshop_format (WbBlock                *body,
                                   const WbWorkshopFormat *format)
{
  /* Translators: size of a group. */
  g_autofree char *group = g_strdup_printf (_("%u to %u people"), format->group_min, format->group_max);
  g_autofree char *minutes = format_minutes (format->minutes);
  WbBlock *sheet;

  wb_block_append_heading (body, 2, _("Frame"));
  sheet = wb_block_append (body, wb_block_new (WB_BLOCK_SHEET));
  wb_block_append_row (sheet, _("Purpose"), format->purpose, NULL);
  wb_block_append_row (sheet, _("Group"), group, NULL);
  wb_block_append_row (sheet, _("Duration"), minutes, NULL);
  wb_block_append_row (sheet, _("What comes out"), format->outcome, NULL);
  if (format->material->len > 0)
    {
      WbBlock *list;

      wb_block_append_heading (body, 2, _("Material"));
      list = wb_block_append (body, wb_block_new (WB_BLOCK_CHECKLIST));
      for (guint i = 0; i < format->material->len; i++)
        wb_block_append_text (wb_block_append (list, wb_block_new (WB_BLOCK_CHECK)),
                              g_ptr_array_index (format->material, i), 0, NULL);
    }
  append_run_sheet (body, format);
  append_facilitator_notes (body, format);
}

static void
add_rule (GString    *rules,
          const char *rule)
{
  g_string_append_printf (rules, "%s%s", rules->len > 0 ? "; " : "", rule);
}

static void G_GNUC_PRINTF (2, 0)
add_value_rule (GString    *rules,
                const char *format,
                const char *value)
{
  g_autofree char *rule = NULL;

  if (value == NULL)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  rule = g_strdup_printf (format, value);
#pragma GCC diagnostic pop
  add_rule (rules, rule);
}

/* What a value must be like, in plain words. (transfer full) */
static char *
describe_rules (const WbDataModel *model,
                const WbDataField *field)
{
  GString *rules = g_string_new (NULL);

  if (wb_data_model_is_key (model, field->name))
    add_rule (rules, _("key"));
  if (field->required)
    add_rule (rules, _("must be there"));
  if (field->unique)
    add_rule (rules, _("no value twice"));
  add_value_rule (rules, _("from %s on"), field->minimum);
  add_value_rule (rules, _("up to %s"), field->maximum);
  add_value_rule (rules, _("at least %s characters"), field->min_length);
  add_value_rule (rules, _("at most %s characters"), field->max_length);
  add_value_rule (rules, _("pattern %s"), field->pattern);
  if (field->values->len > 0)
    {
      g_autoptr (GString) values = g_string_new (NULL);

      for (guint i = 0; i < field->values->len; i++)
        g_string_append_printf (values, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (field->values, i));
      add_value_rule (rules, _("one of: %s"), values->str);
    }

  return g_string_free (rules, FALSE);
}

static void
append_field (WbBlock           *table,
              const WbDataModel *model,
              const WbDataField *field)
{
  WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  WbBlock *cell = append_cell (row, NULL);
  g_autofree char *example = g_strdup_printf (_("Example: %s"), field->example);
  g_autofree char *rules = describe_rules (model, field);

  wb_block_append_text (cell, field->title, WB_INLINE_STRONG, NULL);
  wb_block_append_text (cell, "", WB_INLINE_BREAK, NULL);
  /* Not as code: its broader letters would be broken in a column measured for text. */
  wb_block_append_text (cell, field->name, 0, NULL);

  cell = append_cell (row, field->description);
  if (*field->example != '\0')
    {
      wb_block_append_text (cell, "", WB_INLINE_BREAK, NULL);
      wb_block_append_text (cell, example, WB_INLINE_EMPHASIS, NULL);
    }

  cell = append_cell (row, wb_data_type_get_label (field->type));
  if (*rules != '\0')
    {
      wb_block_append_text (cell, "", WB_INLINE_BREAK, NULL);
      wb_block_append_text (cell, rules, 0, NULL);
    }
}

void
wb_payload_append_data_model (WbBlock           *body,
                              const WbDataModel *model)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  WbBlock *table;

  wb_block_append_heading (body, 2, _("Fields"));
  table = wb_block_append (body, wb_block_new (WB_BLOCK_TABLE));
  table->header_rows = 1;
  wb_block_append_row (table, _("Field"), _("Meaning"), _("Type and rules"), NULL);
  for (guint i = 0; i < model->fields->len; i++)
    append_field (table, model, g_ptr_array_index (model->fields, i));

  for (guint i = 0; i < model->missing_values->len; i++)
    {
      const char *value = g_ptr_array_index (model->missing_values, i);

      g_string_append_printf (missing, "%s%s", i > 0 ? ", " : "", *value != '\0' ? value : _("an empty cell"));
    }
  wb_payload_append_labelled (body, _("Where nothing is known stands:"), missing->str);
}

void
wb_payload_append_interface (WbBlock           *body,
                             const WbInterface *interface)
{
  static const WbField date_field = { .type = WB_FIELD_DATE };
  g_autofree char *date = interface->version_date != NULL
                            ? wb_answer_to_display (&date_field, NULL, interface->version_date)
                            : g_strdup (_("not named in the source"));
  WbBlock *sheet;

  wb_block_append_heading (body, 2, _("Facts about the standard"));
  sheet = wb_block_append (body, wb_block_new (WB_BLOCK_SHEET));
  wb_block_append_row (sheet, _("Run by"), interface->owner, NULL);
  wb_block_append_row (sheet, _("Version that was seen"), interface->version, NULL);
  wb_block_append_row (sheet, _("Date of the version"), date, NULL);
  wb_block_append_row (sheet, _("What it is for"), interface->area, NULL);
  wb_block_append_row (sheet, _("How the data are written"), interface->format, NULL);
}

void
wb_payload_append_solution (WbBlock          *body,
                            const WbSolution *solution)
{
  g_autoptr (GString) ways = g_string_new (NULL);
  WbBlock *sheet;

  for (guint i = 0; i < WB_N_WAYS; i++)
    if (solution->ways & (1u << i))
      g_string_append_printf (ways, "%s%s", ways->len > 0 ? "; " : "", wb_way_get_label (i));

  wb_block_append_heading (body, 2, _("Facts about the solution"));
  sheet = wb_block_append (body, wb_block_new (WB_BLOCK_SHEET));
  wb_block_append_row (sheet, _("Run by"), solution->owner, NULL);
  wb_block_append_row (sheet, _("Licence"), solution->licence, NULL);
  wb_block_append_row (sheet, _("Maintenance"), solution->maintenance, NULL);
  wb_block_append_row (sheet, _("Operation"), solution->operation, NULL);
  wb_block_append_row (sheet, _("Ways to get it"), ways->str, NULL);
}
