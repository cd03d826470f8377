/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload-blocks-private.h"

#include <glib/gi18n-lib.h>

#include "wb-figure.h"
#include "wb-payload-reader.h"

/* Barriers and the circles they form. */

/* A figure of a ring holds so many boxes. */
#define MIN_RING 3
#define MAX_RING 8

/* The title of an entry, or its id where the library has none of it. (transfer full) */
static char *
dup_title (WbLibrary  *library,
           const char *id)
{
  char *title = NULL;
  WbKind kind;

  if (library != NULL && wb_library_lookup (library, id, &title, &kind))
    return title;

  return g_strdup (id);
}

static void
append_link (WbBlock    *paragraph,
             WbLibrary  *library,
             const char *id)
{
  g_autofree char *title = dup_title (library, id);
  g_autofree char *target = g_strconcat ("wb:", id, NULL);

  wb_block_append_text (paragraph, title, 0, target);
}

/* An item of a list: the linked title of the entry @id, a colon and @text. */
static void
append_linked_item (WbBlock    *list,
                    WbLibrary  *library,
                    const char *id,
                    const char *text)
{
  WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
  WbBlock *paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));

  append_link (paragraph, library, id);
  wb_block_append_text (paragraph, ": ", 0, NULL);
  wb_block_append_text (paragraph, text, 0, NULL);
}

/* Those barriers that lead to the barrier @id; nothing where there are none. */
static void
append_causes (WbBlock    *body,
               WbLibrary  *library,
               const char *id)
{
  g_autoptr (GListModel) items = library != NULL ? wb_library_list (library, WB_KIND_BARRIER, NULL) : NULL;
  WbBlock *list = NULL;

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WbItem) found = g_list_model_get_item (items, i);
      g_autoptr (WbItem) item = wb_library_get_item (library, wb_item_get_id (found), NULL);
      g_autoptr (WbBarrier) barrier = item != NULL ? wb_barrier_from_json (wb_item_get_payload (item), NULL) : NULL;

      for (guint j = 0; barrier != NULL && j < barrier->effects->len; j++)
        {
          const WbBarrierEffect *effect = g_ptr_array_index (barrier->effects, j);

          if (!g_str_equal (effect->to, id))
            continue;
          if (list == NULL)
            {
              wb_block_append_heading (body, 2, _("What brings it about"));
              list = wb_payload_append_list (body, FALSE);
            }
          append_linked_item (list, library, wb_item_get_id (item), effect->text);
        }
    }
}

static void
append_effects (WbBlock         *body,
                WbLibrary       *library,
                const WbBarrier *barrier)
{
  WbBlock *list;

  if (barrier->effects->len == 0)
    return;

  wb_block_append_heading (body, 2, _("What it brings about"));
  list = wb_payload_append_list (body, FALSE);
  for (guint i = 0; i < barrier->effects->len; i++)
    {
      const WbBarrierEffect *effect = g_ptr_array_index (barrier->effects, i);

      append_linked_item (list, library, effect->to, effect->text);
    }
}

static void
append_statements (WbBlock         *body,
                   const WbBarrier *barrier)
{
  WbBlock *list;

  wb_block_append_heading (body, 2, _("By what it is recognised"));
  list = wb_payload_append_list (body, FALSE);
  for (guint i = 0; i < barrier->statements->len; i++)
    {
      const WbBarrierStatement *statement = g_ptr_array_index (barrier->statements, i);
      WbBlock *paragraph = wb_payload_append_item (list, statement->text);

      if (statement->reverse)
        {
          wb_block_append_text (paragraph, " ", 0, NULL);
          wb_block_append_text (paragraph, _("(Who agrees does not feel the barrier.)"), WB_INLINE_EMPHASIS, NULL);
        }
    }
}

void
wb_payload_append_barrier (WbBlock         *body,
                           WbLibrary       *library,
                           const char      *id,
                           const WbBarrier *barrier)
{
  WbBlock *sheet;

  wb_block_append_heading (body, 2, _("Place in the matrix"));
  sheet = wb_block_append (body, wb_block_new (WB_BLOCK_SHEET));
  wb_block_append_row (sheet, _("Dimension"), wb_dimension_get_label (barrier->dimension), NULL);
  wb_block_append_row (sheet, _("Cause"), wb_cause_get_label (barrier->cause), NULL);
  if (barrier->named_by != WB_NAMED_BY_NOT_STATED)
    wb_block_append_row (sheet, _("Named by"), barrier->named_by == WB_NAMED_BY_BOTH
                                                 ? _("municipalities and young firms (GovTechs)")
                                                 : _("municipalities"), NULL);
  append_statements (body, barrier);
  append_causes (body, library, id);
  append_effects (body, library, barrier);
}

/* "A", "B" … */
static char *
get_lever_letter (guint index)
{
  return g_strdup_printf ("%c", 'A' + (int) MIN (index, 25));
}

/* The letters of the levers that break the arrow behind @link; NULL for none. (transfer full) */
static char *
get_marks (const WbCircle *circle,
           guint           link)
{
  g_autoptr (GString) marks = g_string_new (NULL);

  for (guint i = 0; i < circle->levers->len; i++)
    if (((const WbLever *) g_ptr_array_index (circle->levers, i))->after == link)
      {
        g_autofree char *letter = get_lever_letter (i);

        g_string_append (marks, letter);
      }

  return marks->len > 0 ? g_strdup (marks->str) : NULL;
}

static void
append_ring (WbBlock        *body,
             WbLibrary      *library,
             const char     *title,
             const WbCircle *circle)
{
  g_autoptr (GString) alt = g_string_new (NULL);
  g_autoptr (WbFigure) figure = NULL;

  if (circle->links->len < MIN_RING || circle->links->len > MAX_RING)
    return;

  for (guint i = 0; i < circle->links->len; i++)
    {
      g_autofree char *name = dup_title (library, ((const WbCircleLink *) g_ptr_array_index (circle->links, i))->barrier);

      g_string_append_printf (alt, "%s%u. %s", i > 0 ? " → " : "", i + 1, name);
    }
  /* Translators: behind the last link of a circle in words. */
  g_string_append_printf (alt, " → %s", _("and from the beginning"));

  figure = wb_figure_new (WB_FIGURE_CYCLE, title, alt->str);
  for (guint i = 0; i < circle->links->len; i++)
    {
      g_autofree char *name = dup_title (library, ((const WbCircleLink *) g_ptr_array_index (circle->links, i))->barrier);
      g_autofree char *marks = get_marks (circle, i);
      WbFigurePart *part = wb_figure_add_part (figure, name, NULL);

      if (marks != NULL)
        wb_figure_part_set_mark (part, marks);
    }
  wb_block_append (body, wb_figure_create_block (figure));
}

static void
append_lever (WbBlock       *list,
              WbLibrary     *library,
              const WbLever *lever,
              guint          index)
{
  WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
  g_autofree char *letter = get_lever_letter (index);
  /* Translators: a lever of a circle; letter, title and the link behind which it works. */
  g_autofree char *label = g_strdup_printf (_("%s · %s (behind link %u):"), letter, lever->title, lever->after + 1);
  WbBlock *paragraph;

  wb_payload_append_labelled (item, label, lever->text);
  if (lever->to->len == 0)
    return;
  paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));
  wb_block_append_text (paragraph, _("Helps with it:"), 0, NULL);
  for (guint i = 0; i < lever->to->len; i++)
    {
      wb_block_append_text (paragraph, i > 0 ? ", " : " ", 0, NULL);
      append_link (paragraph, library, g_ptr_array_index (lever->to, i));
    }
}

void
wb_payload_append_circle (WbBlock        *body,
                          WbLibrary      *library,
                          const char     *title,
                          const WbCircle *circle)
{
  WbBlock *list;

  wb_block_append_heading (body, 2, _("The circle"));
  append_ring (body, library, title, circle);
  list = wb_payload_append_list (body, TRUE);
  for (guint i = 0; i < circle->links->len; i++)
    {
      const WbCircleLink *link = g_ptr_array_index (circle->links, i);

      append_linked_item (list, library, link->barrier, link->text);
    }
  wb_block_append_paragraph (body, _("And from the beginning."));

  if (circle->levers->len == 0)
    return;
  wb_block_append_heading (body, 2, _("Where it can be broken"));
  list = wb_payload_append_list (body, FALSE);
  for (guint i = 0; i < circle->levers->len; i++)
    append_lever (list, library, g_ptr_array_index (circle->levers, i), i);
}
