/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-merge-words.h"

#include <glib/gi18n-lib.h>

#include "wb-edit-words.h"

/* So many parts of a row are named in one line. */
#define MAX_PARTS 6

static gboolean
is_existence (const WbEdit *edit)
{
  return edit->target == WB_EDIT_ROW || (edit->target == WB_EDIT_SLIDE && *edit->column == '\0');
}

/* Whether a row or slide is there after @edits that was not before, or the other way round. */
static gboolean
comes (GPtrArray *edits,
       gboolean   goes)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i);

      if (is_existence (edit) && (*edit->after == '\0') == goes)
        return TRUE;
    }

  return FALSE;
}

char *
wb_merge_unit_to_place (const WbMergeUnit *unit,
                        WbGuide           *guide,
                        WbAnswers         *answers)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (unit != NULL, NULL);

  place = wb_edit_place_to_words (unit->place, guide, answers);
  if (unit->kind != WB_MERGE_ORDER)
    return g_steal_pointer (&place);

  return g_strdup_printf (unit->place->target == WB_EDIT_SLIDE ? _("%s: order of the slides") : _("%s: order of the rows"), place);
}

/* What the part of a row, a person or a slide is called; the whole place where it is no part. (transfer full) */
static char *
find_part (const WbEdit *edit,
           WbGuide      *guide,
           WbAnswers    *answers)
{
  const WbField *field = guide != NULL ? wb_guide_get_field (guide, edit->field) : NULL;
  const WbColumn *column = field != NULL ? wb_field_get_column (field, edit->column) : NULL;
  g_autoptr (WbEdit) part = NULL;
  g_autofree char *whole = NULL;
  const char *comma;

  if (column != NULL)
    return g_strdup (column->label);

  /* Without its row only the part is left of the place, behind the question: "Lead, Name". */
  part = wb_edit_new (edit->target, edit->field, "", edit->column, NULL, NULL);
  whole = wb_edit_place_to_words (part, guide, answers);
  comma = g_strrstr (whole, ", ");

  return g_strdup (comma != NULL && *edit->column != '\0' ? comma + 2 : whole);
}

/* The parts that say something after @edits, a line each. (transfer full) */
static char *
list_parts (GPtrArray  *edits,
            WbGuide    *guide,
            WbAnswers  *answers,
            const char *separator,
            guint       max)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i);
      g_autofree char *part = NULL;
      g_autofree char *value = NULL;

      if (is_existence (edit) || wb_edit_is_detail (edit, guide))
        continue;
      if (n++ == max)
        {
          g_string_append_printf (text, "%s…", separator);
          break;
        }
      part = find_part (edit, guide, answers);
      value = wb_edit_value_to_words (edit, guide, edit->after);
      if (n > 1)
        g_string_append (text, separator);
      g_string_append_printf (text, "%s: %s", part, value);
    }

  return g_string_free (text, FALSE);
}

/* What changed in one part of something that stays. (transfer full) */
static char *
change_to_words (const WbEdit *edit,
                 WbGuide      *guide,
                 WbAnswers    *answers)
{
  g_autofree char *place = wb_edit_place_to_words (edit, guide, answers);
  g_autofree char *before = wb_edit_value_to_words (edit, guide, edit->before);
  g_autofree char *after = wb_edit_value_to_words (edit, guide, edit->after);
  g_autofree char *old = wb_edit_shorten (before);
  g_autofree char *new = wb_edit_shorten (after);

  if (edit->target == WB_EDIT_CELL)
    return wb_edit_to_words (edit, guide, answers);

  return g_strdup_printf (_("%s: %s → %s"), place, old, new);
}

char *
wb_merge_incoming_to_words (const WbMergeUnit *unit,
                            WbGuide           *guide,
                            WbAnswers         *mine,
                            WbAnswers         *theirs)
{
  g_autofree char *place = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *line = NULL;
  WbAnswers *answers;

  g_return_val_if_fail (unit != NULL, NULL);

  /* What they removed has a name only here. */
  answers = comes (unit->theirs, TRUE) ? mine : theirs;
  place = wb_merge_unit_to_place (unit, guide, answers);
  if (unit->kind == WB_MERGE_ORDER)
    return g_steal_pointer (&place);
  if (comes (unit->theirs, TRUE))
    return g_strdup_printf (_("%s: removed"), place);
  if (!comes (unit->theirs, FALSE) && unit->theirs->len == 1)
    return change_to_words (g_ptr_array_index (unit->theirs, 0), guide, answers);

  parts = list_parts (unit->theirs, guide, answers, "; ", MAX_PARTS);
  line = wb_edit_shorten (parts);
  if (!comes (unit->theirs, FALSE))
    return g_strdup_printf ("%s: %s", place, line);

  return *line != '\0' ? g_strdup_printf (_("%s: added (%s)"), place, line) : g_strdup_printf (_("%s: added"), place);
}

char *
wb_merge_refused_to_words (const WbMergeUnit *unit,
                           WbGuide           *guide,
                           WbAnswers         *theirs)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (unit != NULL, NULL);

  place = wb_merge_unit_to_place (unit, guide, theirs);

  return unit->reason != NULL ? g_strdup_printf (_("%s: not taken over. %s"), place, unit->reason) : g_steal_pointer (&place);
}

/* @separator: between the parts. (transfer full) */
static char *
side_to_words (const WbMergeUnit *unit,
               gboolean           theirs,
               WbGuide           *guide,
               WbAnswers         *answers,
               const char        *separator)
{
  GPtrArray *edits;
  const WbEdit *edit;

  edits = theirs ? unit->theirs : unit->mine;
  if (unit->kind == WB_MERGE_ORDER)
    return g_strdup (theirs ? _("The order of the other copy") : _("The order of this project"));
  if (comes (edits, TRUE))
    return g_strdup (_("removed"));
  if (edits->len == 1 && unit->kind == WB_MERGE_VALUE && wb_edit_same_place (unit->place, g_ptr_array_index (edits, 0)))
    {
      edit = g_ptr_array_index (edits, 0);
      return wb_edit_value_to_words (edit, guide, edit->after);
    }

  return list_parts (edits, guide, answers, separator, G_MAXUINT);
}

char *
wb_merge_side_to_words (const WbMergeUnit *unit,
                        gboolean           theirs,
                        WbGuide           *guide,
                        WbAnswers         *answers)
{
  g_return_val_if_fail (unit != NULL, NULL);

  return side_to_words (unit, theirs, guide, answers, "\n");
}

char *
wb_merge_conflict_to_words (const WbMergeUnit *unit,
                            WbGuide           *guide,
                            WbAnswers         *mine,
                            WbAnswers         *theirs)
{
  g_autofree char *place = NULL;
  g_autofree char *my_side = NULL;
  g_autofree char *their_side = NULL;
  g_autofree char *my_line = NULL;
  g_autofree char *their_line = NULL;

  g_return_val_if_fail (unit != NULL, NULL);

  place = wb_merge_unit_to_place (unit, guide, unit->kind == WB_MERGE_REMOVED_BY_ME ? theirs : mine);
  if (unit->kind == WB_MERGE_ORDER)
    return g_strdup_printf (_("%s: changed in both, in different ways"), place);
  my_side = side_to_words (unit, FALSE, guide, mine, "; ");
  their_side = side_to_words (unit, TRUE, guide, theirs, "; ");
  my_line = wb_edit_shorten (my_side);
  their_line = wb_edit_shorten (their_side);

  return g_strdup_printf (_("%s: here “%s”, in the other copy “%s”"), place, my_line, their_line);
}
