/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-error.h"
#include "wb-merge-order.h"
#include "wb-text-part.h"

/* Separates the parts of the key of a unit. */
#define SEPARATOR "\x1f"

struct _WbMerge
{
  /* Borrowed */
  WbProjectState *base;
  WbProjectState *mine;
  WbProjectState *theirs;
  WbGuide *guide; /* (nullable) */

  /* Owned; WbMergeUnit */
  GPtrArray *incoming;
  GPtrArray *conflicts;
  GPtrArray *refused;
};

static void
free_edit (gpointer data)
{
  wb_edit_free (data);
}

static void
unit_free (gpointer data)
{
  WbMergeUnit *unit = data;

  wb_edit_free (unit->place);
  g_ptr_array_unref (unit->mine);
  g_ptr_array_unref (unit->theirs);
  g_free (unit->reason);
  g_free (unit);
}

static WbMergeUnit *
unit_new (WbEditTarget  target,
          const char   *field,
          const char   *row,
          const char   *column)
{
  WbMergeUnit *unit = g_new0 (WbMergeUnit, 1);

  unit->place = wb_edit_new (target, field, row, column, NULL, NULL);
  unit->mine = g_ptr_array_new_with_free_func (free_edit);
  unit->theirs = g_ptr_array_new_with_free_func (free_edit);

  return unit;
}

/* Whether @edit says that a row or a slide is there. */
static gboolean
is_existence (const WbEdit *edit)
{
  return edit->target == WB_EDIT_ROW || (edit->target == WB_EDIT_SLIDE && *edit->column == '\0');
}

/* Nobody has to hear of what was merged before. */
static gboolean
is_mark (const WbEdit *edit)
{
  return edit->target == WB_EDIT_FACT && g_str_has_prefix (edit->field, WB_STATE_MERGED);
}

/* (nullable) */
static const WbField *
find_field (WbMerge      *self,
            const WbEdit *edit)
{
  return self->guide != NULL && edit->target == WB_EDIT_CELL ? wb_guide_get_field (self->guide, edit->field) : NULL;
}

/* A row that is there on one side only is one thing. */
static gboolean
is_whole (WbMerge      *self,
          WbEditTarget  target,
          const WbEdit *edit)
{
  const char *mine = wb_project_state_get (self->mine, target, edit->field, edit->row, "");
  const char *theirs = wb_project_state_get (self->theirs, target, edit->field, edit->row, "");

  return !g_str_equal (mine, theirs);
}

/* The parts of two different persons do not make one. */
static gboolean
is_other_person (WbMerge      *self,
                 const WbEdit *edit)
{
  const WbField *field = find_field (self, edit);
  const char *base, *mine, *theirs;

  if (field == NULL || field->type != WB_FIELD_PERSON)
    return FALSE;
  base = wb_project_state_get (self->base, WB_EDIT_CELL, edit->field, "", "name");
  mine = wb_project_state_get (self->mine, WB_EDIT_CELL, edit->field, "", "name");
  theirs = wb_project_state_get (self->theirs, WB_EDIT_CELL, edit->field, "", "name");

  /* Where nobody was named, a name and the rest of it may come from two sides. */
  return !g_str_equal (mine, theirs) && (*base != '\0' || (*mine != '\0' && *theirs != '\0'));
}

/* A unit for @edit, without contents. (transfer full) */
static WbMergeUnit *
make_unit (WbMerge      *self,
           const WbEdit *edit)
{
  if ((edit->target == WB_EDIT_CELL || edit->target == WB_EDIT_ROW) && is_whole (self, WB_EDIT_ROW, edit))
    return unit_new (WB_EDIT_ROW, edit->field, edit->row, "");
  if (edit->target == WB_EDIT_SLIDE && is_whole (self, WB_EDIT_SLIDE, edit))
    return unit_new (WB_EDIT_SLIDE, edit->field, edit->row, "");
  if (is_other_person (self, edit))
    return unit_new (WB_EDIT_CELL, edit->field, "", "");

  return unit_new (edit->target, edit->field, edit->row, edit->column);
}

/* (transfer none) */
static WbMergeUnit *
find_unit (WbMerge      *self,
           GHashTable   *units,
           const WbEdit *edit)
{
  WbMergeUnit *unit = make_unit (self, edit);
  g_autofree char *key = g_strdup_printf ("%d" SEPARATOR "%s" SEPARATOR "%s" SEPARATOR "%s", unit->place->target,
                                          unit->place->field, unit->place->row, unit->place->column);
  WbMergeUnit *known = g_hash_table_lookup (units, key);

  if (known == NULL)
    {
      g_hash_table_insert (units, g_steal_pointer (&key), unit);
      return unit;
    }
  unit_free (unit);

  return known;
}

static WbEdit *
copy_edit (const WbEdit *edit)
{
  return wb_edit_new (edit->target, edit->field, edit->row, edit->column, edit->before, edit->after);
}

/* What both did in the same way is done. */
static void
drop_same (WbMergeUnit *unit)
{
  for (guint i = unit->mine->len; i > 0; i--)
    {
      const WbEdit *mine = g_ptr_array_index (unit->mine, i - 1);

      for (guint j = 0; j < unit->theirs->len; j++)
        {
          const WbEdit *theirs = g_ptr_array_index (unit->theirs, j);

          if (!wb_edit_same_place (mine, theirs) || !g_str_equal (mine->after, theirs->after))
            continue;
          g_ptr_array_remove_index (unit->mine, i - 1);
          g_ptr_array_remove_index (unit->theirs, j);
          break;
        }
    }
}

static gboolean
removes (GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i);

      if (is_existence (edit) && *edit->after == '\0')
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_long_text (WbMerge      *self,
              const WbEdit *edit)
{
  const WbField *field = find_field (self, edit);

  if (edit->target == WB_EDIT_SLIDE)
    return g_str_equal (edit->column, "body") || (g_str_equal (edit->column, "notes") && !wb_text_part_is_key (edit->row));

  return field != NULL && field->type == WB_FIELD_LONG_TEXT;
}

static gboolean
can_join (WbMerge           *self,
          const WbMergeUnit *unit)
{
  const WbEdit *mine, *theirs;

  if (unit->kind != WB_MERGE_VALUE || unit->mine->len != 1 || unit->theirs->len != 1)
    return FALSE;
  mine = g_ptr_array_index (unit->mine, 0);
  theirs = g_ptr_array_index (unit->theirs, 0);

  return *mine->after != '\0' && *theirs->after != '\0' && is_long_text (self, mine)
         && strlen (mine->after) + strlen (theirs->after)
              < (mine->target == WB_EDIT_SLIDE ? WB_SLIDE_MAX_TEXT : WB_ANSWER_MAX_BYTES);
}

static gboolean
check_title (const char  *title,
             GError     **error)
{
  if (g_utf8_strlen (title, -1) <= WB_PROJECT_MAX_TITLE && strpbrk (title, "\r\n\t") == NULL)
    return TRUE;
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The title is longer than %d characters."), WB_PROJECT_MAX_TITLE);

  return FALSE;
}

/* A file from elsewhere may hold anything. */
static gboolean
check_edit (WbMerge       *self,
            const WbEdit  *edit,
            GError       **error)
{
  const WbField *field = find_field (self, edit);

  if (edit->target == WB_EDIT_FACT && g_str_equal (edit->field, WB_STATE_TITLE))
    return check_title (edit->after, error);
  if (field != NULL)
    return wb_answer_check (field, edit->row, edit->column, edit->after, error);
  if (strlen (edit->after) <= WB_ANSWER_MAX_BYTES)
    return TRUE;
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("the text is longer than 1 MB."));

  return FALSE;
}

/* (transfer full) (nullable) NULL when all may be taken in. */
static char *
find_fault (WbMerge   *self,
            GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!check_edit (self, g_ptr_array_index (edits, i), &error))
        return g_strdup (error->message);
    }

  return NULL;
}

/* Where a part stands in the form: the name of a person, the first column of a table. */
static guint
find_part_rank (const WbField *field,
                const WbEdit  *edit)
{
  static const char *const person[] = { "name", "role", "contact" };

  for (guint i = 0; i < field->columns->len; i++)
    if (g_str_equal (((const WbColumn *) g_ptr_array_index (field->columns, i))->id, edit->column))
      return i;
  for (guint i = 0; i < G_N_ELEMENTS (person); i++)
    if (g_str_equal (person[i], edit->column))
      return i;

  return G_MAXUINT;
}

static int
compare_parts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const WbEdit *first = *(const WbEdit *const *) a;
  const WbEdit *second = *(const WbEdit *const *) b;
  guint rank = find_part_rank (user_data, first);
  guint other = find_part_rank (user_data, second);

  return rank < other ? -1 : rank > other ? 1 : strcmp (first->column, second->column);
}

static void
sort_parts (WbMerge     *self,
            WbMergeUnit *unit)
{
  const WbField *field = self->guide != NULL ? wb_guide_get_field (self->guide, unit->place->field) : NULL;

  if (field == NULL)
    return;
  g_ptr_array_sort_with_data (unit->mine, compare_parts, (gpointer) field);
  g_ptr_array_sort_with_data (unit->theirs, compare_parts, (gpointer) field);
}

/* Takes @unit to where it belongs. */
static void
sort_in (WbMerge     *self,
         WbMergeUnit *unit)
{
  drop_same (unit);
  sort_parts (self, unit);
  unit->kind = removes (unit->mine)     ? WB_MERGE_REMOVED_BY_ME
               : removes (unit->theirs) ? WB_MERGE_REMOVED_BY_THEM
                                        : WB_MERGE_VALUE;
  unit->can_join = can_join (self, unit);
  unit->reason = find_fault (self, unit->theirs);
  if (unit->theirs->len == 0)
    unit_free (unit);
  else if (unit->reason != NULL)
    g_ptr_array_add (self->refused, unit);
  else if (unit->mine->len == 0)
    g_ptr_array_add (self->incoming, unit);
  else
    g_ptr_array_add (self->conflicts, unit);
}

static void
find_units (WbMerge *self)
{
  g_autoptr (GPtrArray) mine = wb_project_state_compare (self->base, self->mine);
  g_autoptr (GPtrArray) theirs = wb_project_state_compare (self->base, self->theirs);
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer unit;

  for (guint i = 0; i < mine->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (mine, i);

      if (!is_mark (edit))
        g_ptr_array_add (find_unit (self, units, edit)->mine, copy_edit (edit));
    }
  for (guint i = 0; i < theirs->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (theirs, i);

      if (!is_mark (edit))
        g_ptr_array_add (find_unit (self, units, edit)->theirs, copy_edit (edit));
    }
  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    sort_in (self, unit);
}

static gboolean
has_part (WbProjectState *state,
          const char     *deck,
          const char     *key)
{
  static const char *const parts[] = { "", "level", "hidden", "title", "body", "notes" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*wb_project_state_get (state, WB_EDIT_SLIDE, deck, key, parts[i]) != '\0')
      return TRUE;

  return FALSE;
}

/* A slide of the template that @base lists stays listed while both list it: one side may have brought the template back. */
static gboolean
is_kept_slide (const char *key,
               GHashTable *base,
               GPtrArray  *other)
{
  return *key != '+'
         && (!g_hash_table_contains (base, key) || g_ptr_array_find_with_equal_func (other, key, g_str_equal, NULL));
}

/* Adds those of @ids to @kept that @result holds. */
static void
keep_ids (GHashTable     *kept,
          WbProjectState *result,
          const WbEdit   *place,
          GPtrArray      *ids,
          GPtrArray      *other,
          GHashTable     *base)
{
  for (guint i = 0; i < ids->len; i++)
    {
      char *id = g_ptr_array_index (ids, i);

      if (place->target == WB_EDIT_SLIDE
            ? has_part (result, place->field, id) || is_kept_slide (id, base, other)
            : *wb_project_state_get (result, place->target, place->field, id, "") != '\0')
        g_hash_table_add (kept, id);
    }
}

/* (transfer container) */
static GPtrArray *
make_order (WbMerge        *self,
            WbProjectState *result,
            const WbEdit   *place,
            gboolean        prefer_theirs,
            gboolean       *conflict)
{
  GPtrArray *base = wb_project_state_get_order (self->base, place->target, place->field);
  GPtrArray *mine = wb_project_state_get_order (self->mine, place->target, place->field);
  GPtrArray *theirs = wb_project_state_get_order (self->theirs, place->target, place->field);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) old = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < base->len; i++)
    g_hash_table_add (old, g_ptr_array_index (base, i));
  keep_ids (kept, result, place, mine, theirs, old);
  keep_ids (kept, result, place, theirs, mine, old);

  return wb_merge_order (base, mine, theirs, kept, prefer_theirs, conflict);
}

/* (nullable) (transfer none) */
static WbMergeUnit *
find_order (WbMerge      *self,
            const WbEdit *place)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      WbMergeUnit *unit = g_ptr_array_index (self->conflicts, i);

      if (unit->kind == WB_MERGE_ORDER && wb_edit_same_place (unit->place, place))
        return unit;
    }

  return NULL;
}

static void
make_orders (WbMerge        *self,
             WbProjectState *result)
{
  g_autoptr (GPtrArray) places = wb_project_state_list_orders (self->mine, self->theirs);

  for (guint i = 0; i < places->len; i++)
    {
      const WbEdit *place = g_ptr_array_index (places, i);
      const WbMergeUnit *unit = find_order (self, place);
      g_autoptr (GPtrArray) ids = NULL;
      gboolean conflict;

      ids = make_order (self, result, place, unit != NULL && unit->choice == WB_MERGE_THEIRS, &conflict);
      wb_project_state_set_order (result, place->target, place->field, ids);
    }
}

/* Whether @ids have those of @mine in another order. */
static gboolean
is_moved (GPtrArray *ids,
          GPtrArray *mine)
{
  guint next = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      guint position;

      if (!g_ptr_array_find_with_equal_func (mine, g_ptr_array_index (ids, i), g_str_equal, &position))
        continue;
      if (position < next)
        return TRUE;
      next = position;
    }

  return FALSE;
}

/* Passages of a text stand where its template has them; the order they are stored in says nothing. */
static gboolean
is_text (WbMerge      *self,
         const WbEdit *place)
{
  GPtrArray *ids = wb_project_state_get_order (self->mine, place->target, place->field);

  if (ids->len == 0)
    ids = wb_project_state_get_order (self->theirs, place->target, place->field);

  return place->target == WB_EDIT_SLIDE && ids->len > 0 && wb_text_part_is_key (g_ptr_array_index (ids, 0));
}

/* What both have is the same whatever is decided, so the orders can be looked at before. */
static void
find_orders (WbMerge *self)
{
  g_autoptr (GPtrArray) places = wb_project_state_list_orders (self->mine, self->theirs);

  for (guint i = 0; i < places->len; i++)
    {
      const WbEdit *place = g_ptr_array_index (places, i);
      g_autoptr (GPtrArray) ids = NULL;
      WbMergeUnit *unit;
      gboolean conflict;

      if (is_text (self, place))
        continue;
      ids = make_order (self, self->mine, place, FALSE, &conflict);
      if (!conflict && !is_moved (ids, wb_project_state_get_order (self->mine, place->target, place->field)))
        continue;
      unit = unit_new (place->target, place->field, "", "");
      unit->kind = WB_MERGE_ORDER;
      g_ptr_array_add (conflict ? self->conflicts : self->incoming, unit);
    }
}

/* Where the question stands in the form; what is no question comes last. */
static guint
find_rank (WbMerge      *self,
           const WbEdit *place)
{
  GPtrArray *steps;
  guint rank = 0;

  if (place->target == WB_EDIT_FACT)
    return 0;
  if (self->guide == NULL)
    return 1;
  steps = wb_guide_get_steps (self->guide);
  for (guint i = 0; i < steps->len; i++)
    {
      GPtrArray *fields = ((const WbStep *) g_ptr_array_index (steps, i))->fields;

      for (guint j = 0; j < fields->len; j++)
        {
          rank++;
          if (g_str_equal (((const WbField *) g_ptr_array_index (fields, j))->id, place->field))
            return rank;
        }
    }

  return G_MAXUINT;
}

static guint
find_position (WbMerge      *self,
               const WbEdit *place)
{
  WbEditTarget target = place->target == WB_EDIT_SLIDE ? WB_EDIT_SLIDE : WB_EDIT_ROW;
  guint position;

  if (g_ptr_array_find_with_equal_func (wb_project_state_get_order (self->mine, target, place->field), place->row,
                                        g_str_equal, &position)
      || g_ptr_array_find_with_equal_func (wb_project_state_get_order (self->theirs, target, place->field), place->row,
                                           g_str_equal, &position))
    return position;

  return G_MAXUINT;
}

static int
compare_units (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  WbMerge *self = user_data;
  const WbEdit *first = (*(const WbMergeUnit *const *) a)->place;
  const WbEdit *second = (*(const WbMergeUnit *const *) b)->place;
  guint my_rank = find_rank (self, first);
  guint other_rank = find_rank (self, second);
  int order = my_rank < other_rank ? -1 : my_rank > other_rank ? 1 : strcmp (first->field, second->field);

  if (order == 0)
    {
      my_rank = find_position (self, first);
      other_rank = find_position (self, second);
      order = my_rank < other_rank ? -1 : my_rank > other_rank ? 1 : strcmp (first->row, second->row);
    }

  return order != 0 ? order : strcmp (first->column, second->column);
}

WbMerge *
wb_merge_new (WbProjectState *base,
              WbProjectState *mine,
              WbProjectState *theirs,
              WbGuide        *guide)
{
  WbMerge *self;

  g_return_val_if_fail (base != NULL && mine != NULL && theirs != NULL, NULL);
  g_return_val_if_fail (guide == NULL || WB_IS_GUIDE (guide), NULL);

  self = g_new0 (WbMerge, 1);
  self->base = base;
  self->mine = mine;
  self->theirs = theirs;
  self->guide = guide;
  self->incoming = g_ptr_array_new_with_free_func (unit_free);
  self->conflicts = g_ptr_array_new_with_free_func (unit_free);
  self->refused = g_ptr_array_new_with_free_func (unit_free);
  find_units (self);
  find_orders (self);
  g_ptr_array_sort_with_data (self->incoming, compare_units, self);
  g_ptr_array_sort_with_data (self->conflicts, compare_units, self);
  g_ptr_array_sort_with_data (self->refused, compare_units, self);

  return self;
}

void
wb_merge_free (WbMerge *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->incoming);
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->refused);
  g_free (self);
}

GPtrArray *
wb_merge_get_incoming (WbMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->incoming;
}

GPtrArray *
wb_merge_get_conflicts (WbMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->conflicts;
}

GPtrArray *
wb_merge_get_refused (WbMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->refused;
}

guint
wb_merge_count_open (WbMerge *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->conflicts->len; i++)
    if (((const WbMergeUnit *) g_ptr_array_index (self->conflicts, i))->choice == WB_MERGE_OPEN)
      n++;

  return n;
}

gboolean
wb_merge_is_empty (WbMerge *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->incoming->len == 0 && self->conflicts->len == 0 && self->refused->len == 0;
}

void
wb_merge_choose (WbMerge       *self,
                 WbMergeUnit   *conflict,
                 WbMergeChoice  choice)
{
  g_return_if_fail (self != NULL && conflict != NULL);
  g_return_if_fail (choice != WB_MERGE_BOTH || conflict->can_join);

  conflict->choice = choice;
}

static void
set_value (WbProjectState *state,
           const WbEdit   *place,
           const char     *value)
{
  wb_project_state_set (state, place->target, place->field, place->row, place->column, value);
}

/* Makes what @edits are about what it is on their side. */
static void
take_theirs (WbMerge        *self,
             WbProjectState *result,
             GPtrArray      *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i);

      set_value (result, edit, wb_project_state_get (self->theirs, edit->target, edit->field, edit->row, edit->column));
    }
}

static void
join_texts (WbProjectState    *result,
            const WbMergeUnit *unit)
{
  const WbEdit *mine = g_ptr_array_index (unit->mine, 0);
  const WbEdit *theirs = g_ptr_array_index (unit->theirs, 0);
  /* The texts of slides begin with a mark, see WbProjectState. */
  const char *second = theirs->after + (theirs->target == WB_EDIT_SLIDE ? 1 : 0);
  g_autofree char *joined = g_strdup_printf (theirs->target == WB_EDIT_SLIDE ? "%s\n\n%s" : "%s\n%s", mine->after, second);

  set_value (result, mine, joined);
}

/* What was merged elsewhere is known here, too. */
static void
take_marks (WbMerge        *self,
            WbProjectState *result)
{
  g_autoptr (GPtrArray) edits = wb_project_state_compare (self->mine, self->theirs);

  for (guint i = 0; i < edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i);

      if (is_mark (edit) && *edit->before == '\0' && strlen (edit->after) <= WB_SLIDE_MAX_TITLE)
        set_value (result, edit, edit->after);
    }
}

WbProjectState *
wb_merge_make_result (WbMerge *self)
{
  WbProjectState *result;

  g_return_val_if_fail (self != NULL, NULL);

  result = wb_project_state_copy (self->mine);
  for (guint i = 0; i < self->incoming->len; i++)
    take_theirs (self, result, ((const WbMergeUnit *) g_ptr_array_index (self->incoming, i))->theirs);
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const WbMergeUnit *unit = g_ptr_array_index (self->conflicts, i);

      if (unit->choice == WB_MERGE_BOTH)
        join_texts (result, unit);
      if (unit->choice != WB_MERGE_THEIRS)
        continue;
      take_theirs (self, result, unit->mine);
      take_theirs (self, result, unit->theirs);
    }
  take_marks (self, result);
  make_orders (self, result);

  return result;
}
