/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-template-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_LINES 40
#define MAX_SIGNATURES 4

static const WbTemplateContext empty_context;

/* A field of the guide with the column behind the point, if any. @field is NULL when there is no such field. */
typedef struct
{
  const WbField *field;
  char *column;
} FieldName;

/* "?field": its paragraph is left out when the question does not apply. */
static gboolean
is_conditional (const char *name)
{
  return *name == '?';
}

static FieldName
parse_field_name (const char              *name,
                  const WbTemplateContext *context)
{
  FieldName parsed = { NULL, NULL };
  g_autofree char *id = g_strdup (is_conditional (name) ? name + 1 : name);
  char *point = strchr (id, '.');

  if (point != NULL)
    {
      *point = '\0';
      parsed.column = g_strdup (point + 1);
    }
  if (context->guide != NULL)
    parsed.field = wb_guide_get_field (context->guide, id);

  return parsed;
}

static char *
get_town_value (const char     *name,
                WbMunicipality *town)
{
  if (town == NULL)
    return NULL;
  if (strcmp (name, "@town") == 0)
    return g_strdup (wb_municipality_get_short_name (town));
  if (strcmp (name, "@district") == 0)
    return g_strdup (wb_municipality_get_district (town));
  if (strcmp (name, "@state") == 0)
    return g_strdup (wb_municipality_get_state (town));
  if (strcmp (name, "@population") == 0)
    return wb_template_format_number (wb_municipality_get_population (town));

  return NULL;
}

char *
wb_template_context_value (const char              *name,
                           const WbTemplateContext *context)
{
  if (strcmp (name, "@project") == 0)
    return g_strdup (context->project);
  if (strcmp (name, "@date") == 0)
    return g_strdup (context->date);

  return get_town_value (name, context->town);
}

/* What belongs on the line to write on; "" for a question that the guide of an older project does not have. (transfer full) */
static char *
get_blank_label (const char              *name,
                 const WbTemplateContext *context)
{
  static const struct { const char *name; const char *label; } labels[] = {
    { "@town", N_("Town") },
    { "@district", N_("District") },
    { "@state", N_("State") },
    { "@population", N_("Inhabitants") },
    { "@project", N_("Project") },
    { "@date", N_("Date") },
  };
  g_autofree char *column = NULL;
  FieldName parsed;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (name, labels[i].name) == 0)
      return g_strdup (_(labels[i].label));

  if (*name == '@')
    return g_strdup ("");

  parsed = parse_field_name (name, context);
  column = parsed.column;
  if (parsed.field == NULL)
    return g_strdup (context->guide != NULL ? "" : name);
  if (column != NULL && wb_template_person_label (column) != NULL)
    /* Translators: a question and a part of its answer: "Data protection officer: Role". */
    return g_strdup_printf (C_("part of an answer", "%s: %s"), parsed.field->label, wb_template_person_label (column));

  return g_strdup (parsed.field->label);
}

/* The answer a placeholder stands for, on one line; NULL when there is none. (transfer full) */
static char *
get_inline_value (const char              *name,
                  const WbTemplateContext *context)
{
  g_autofree char *column = NULL;
  FieldName parsed;

  if (*name == '@')
    return wb_template_context_value (name, context);

  parsed = parse_field_name (name, context);
  column = parsed.column;
  if (parsed.field == NULL)
    return NULL;
  if (wb_template_is_skipped (parsed.field, context, NULL))
    return context->leave_out_skipped ? NULL : g_strdup (_("does not apply"));
  if (column != NULL && parsed.field->type == WB_FIELD_PERSON)
    return wb_template_person_part (parsed.field, column, context);

  return wb_template_inline_answer (parsed.field, context);
}

static WbBlock *fill_block (const WbBlock           *self,
                            const WbTemplateContext *context);

static void
append_inline (WbBlock                 *out,
               const WbInline          *run,
               const WbTemplateContext *context)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autofree char *label = NULL;
  const WbInlineFlags look = run->flags & ~WB_INLINE_PLACEHOLDER;

  if ((run->flags & WB_INLINE_PLACEHOLDER) == 0)
    {
      if (run->note != NULL)
        wb_block_append_footnote (out, fill_block (run->note, context));
      else
        wb_block_append_text (out, run->text, run->flags, run->target);
      return;
    }

  name = g_strstrip (g_strdup (run->text));
  value = get_inline_value (name, context);
  if (value != NULL && *value != '\0')
    {
      wb_block_append_text (out, value, look, run->target);
      return;
    }

  if (context->keep_open)
    {
      wb_block_append_text (out, name, run->flags, run->target);
      return;
    }

  label = get_blank_label (name, context);
  if (context->deck ? *label == '\0' : context->say_open)
    {
      wb_block_append_text (out, _("still open"), look | WB_INLINE_EMPHASIS, NULL);
      return;
    }
  wb_block_append_text (out, label, look | (context->deck ? WB_INLINE_OPEN : WB_INLINE_BLANK), NULL);
}

/* The name of the placeholder that is all there is in @paragraph. (nullable) (transfer full) */
static char *
get_lone_placeholder (const WbBlock *paragraph)
{
  const WbInline *found = NULL;
  const char *p;

  if (paragraph->type != WB_BLOCK_PARAGRAPH)
    return NULL;

  for (guint i = 0; i < paragraph->inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (paragraph->inlines, i);

      if ((run->flags & WB_INLINE_PLACEHOLDER) != 0)
        {
          if (found != NULL)
            return NULL;
          found = run;
          continue;
        }

      for (p = run->text; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)))
          return NULL;
    }

  return found != NULL ? g_strstrip (g_strdup (found->text)) : NULL;
}

static void
append_lines (WbBlock                 *parent,
              const char              *argument,
              const WbTemplateContext *context)
{
  WbBlock *lines;

  if (context->say_open)
    return;

  lines = wb_block_append (parent, wb_block_new (WB_BLOCK_LINES));
  lines->lines = CLAMP (strtol (argument, NULL, 10), 1, MAX_LINES);
}

static void
append_signatures (WbBlock    *parent,
                   const char *argument)
{
  g_auto(GStrv) labels = g_strsplit (argument, "|", MAX_SIGNATURES);
  WbBlock *signatures = wb_block_append (parent, wb_block_new (WB_BLOCK_SIGNATURES));

  for (guint i = 0; labels[i] != NULL; i++)
    {
      WbBlock *item = wb_block_append (signatures, wb_block_new (WB_BLOCK_ITEM));

      wb_block_append_paragraph (item, g_strstrip (labels[i]));
    }
}

/* TRUE when @name was one of the placeholders that are more than text. */
static gboolean
append_command (WbBlock                 *parent,
                const char              *name,
                const WbTemplateContext *context)
{
  if (g_str_has_prefix (name, "@lines"))
    {
      append_lines (parent, name + strlen ("@lines"), context);
      return TRUE;
    }
  if (g_str_has_prefix (name, "@sign"))
    {
      append_signatures (parent, name + strlen ("@sign"));
      return TRUE;
    }
  if (strcmp (name, "@pagebreak") == 0)
    {
      if (!context->deck)
        wb_block_append (parent, wb_block_new (WB_BLOCK_PAGE_BREAK));
      return TRUE;
    }

  return FALSE;
}

/* TRUE when the placeholder stands for blocks of its own. */
static gboolean
append_alone (WbBlock                 *parent,
              const char              *name,
              const WbTemplateContext *context)
{
  g_autofree char *column = NULL;
  FieldName parsed;

  if (*name == '@')
    return append_command (parent, name, context);

  parsed = parse_field_name (name, context);
  column = parsed.column;
  if (parsed.field != NULL && column != NULL && parsed.field->grid != WB_GRID_NONE
      && wb_template_append_grid (parent, parsed.field, column, context))
    return TRUE;
  if (parsed.field != NULL && column != NULL && parsed.field->type == WB_FIELD_TABLE)
    return wb_template_append_columns (parent, parsed.field, column, context);
  if (parsed.field == NULL || column != NULL)
    return FALSE;

  wb_template_append_field (parent, parsed.field, context);

  return TRUE;
}

/* A "?field" of @block does not apply here: the block says nothing, not even that. A point of a list goes with its paragraph. */
static gboolean
is_left_out (const WbBlock           *block,
             const WbTemplateContext *context)
{
  if (block->type == WB_BLOCK_ITEM && block->children->len == 1)
    return is_left_out (g_ptr_array_index (block->children, 0), context);

  for (guint i = 0; block->type == WB_BLOCK_PARAGRAPH && i < block->inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (block->inlines, i);
      g_autofree char *name = NULL;
      g_autofree char *column = NULL;
      FieldName parsed;

      if ((run->flags & WB_INLINE_PLACEHOLDER) == 0)
        continue;
      name = g_strstrip (g_strdup (run->text));
      if (!is_conditional (name))
        continue;
      parsed = parse_field_name (name, context);
      column = parsed.column;
      if (parsed.field != NULL && wb_template_is_skipped (parsed.field, context, NULL))
        return TRUE;
    }

  return FALSE;
}

/* Of a list, a callout or a quote that had something in it nothing is left. */
static gboolean
became_empty (const WbBlock *filled,
              const WbBlock *template)
{
  switch (filled->type)
    {
    case WB_BLOCK_LIST:
    case WB_BLOCK_ITEM:
    case WB_BLOCK_CALLOUT:
    case WB_BLOCK_QUOTE:
      return template->children->len > 0 && filled->children->len == 0;
    default:
      return FALSE;
    }
}

static void
append_filled (WbBlock                 *out,
               const WbBlock           *child,
               const WbTemplateContext *context)
{
  WbBlock *filled = fill_block (child, context);

  if (became_empty (filled, child))
    wb_block_unref (filled);
  else
    wb_block_append (out, filled);
}

/* @out got children from @first on out of @origin. */
static void
note_origins (WbBlock                 *out,
              guint                    first,
              const WbBlock           *origin,
              const WbTemplateContext *context)
{
  for (guint i = first; context->origins != NULL && i < out->children->len; i++)
    g_hash_table_insert (context->origins, g_ptr_array_index (out->children, i), (gpointer) origin);
}

static void
fill_children (WbBlock                 *out,
               const WbBlock           *self,
               const WbTemplateContext *context)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      const WbBlock *child = g_ptr_array_index (self->children, i);
      g_autofree char *name = get_lone_placeholder (child);
      const guint first = out->children->len;

      if (is_left_out (child, context))
        continue;
      if (child->type == WB_BLOCK_LINES && context->say_open)
        continue;
      if (name == NULL || !append_alone (out, name, context))
        append_filled (out, child, context);
      note_origins (out, first, child, context);
    }
}

static WbBlock *
fill_block (const WbBlock           *self,
            const WbTemplateContext *context)
{
  WbBlock *out = wb_block_copy_shell (self);

  for (guint i = 0; self->inlines != NULL && i < self->inlines->len; i++)
    append_inline (out, g_ptr_array_index (self->inlines, i), context);

  if (self->children != NULL)
    fill_children (out, self, context);

  return out;
}

WbBlock *
wb_template_fill (const WbBlock           *template,
                  const WbTemplateContext *context)
{
  g_return_val_if_fail (template != NULL, NULL);
  g_return_val_if_fail (template->type == WB_BLOCK_DOCUMENT, NULL);

  return fill_block (template, context != NULL ? context : &empty_context);
}
