/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-state.h"

#include <stdlib.h>
#include <string.h>

/* Before a text of a slide, so that an empty one can be told from none. */
#define TEXT_MARK '='

struct _WbProjectState
{
  /* Owned */
  GHashTable *values; /* set of WbEdit: the value is in "after" */
  GHashTable *orders; /* WbEdit of a table or deck → GPtrArray of char * */
};

static guint
hash_place (gconstpointer data)
{
  const WbEdit *place = data;

  return (((g_str_hash (place->field) * 33) ^ g_str_hash (place->row)) * 33 ^ g_str_hash (place->column)) + place->target;
}

static gboolean
equal_place (gconstpointer first,
             gconstpointer second)
{
  return wb_edit_same_place (first, second);
}

static void
free_edit (gpointer data)
{
  wb_edit_free (data);
}

/* Points to strings of the caller's, for looking up. */
static WbEdit
make_place (WbEditTarget  target,
            const char   *field,
            const char   *row,
            const char   *column)
{
  WbEdit place = { target, (char *) field, (char *) row, (char *) column, NULL, NULL };

  return place;
}

WbProjectState *
wb_project_state_new (void)
{
  WbProjectState *self = g_new0 (WbProjectState, 1);

  self->values = g_hash_table_new_full (hash_place, equal_place, free_edit, NULL);
  self->orders = g_hash_table_new_full (hash_place, equal_place, free_edit, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
wb_project_state_free (WbProjectState *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->values);
  g_hash_table_unref (self->orders);
  g_free (self);
}

WbProjectState *
wb_project_state_copy (WbProjectState *self)
{
  WbProjectState *copy;
  GHashTableIter iter;
  gpointer key, ids;

  g_return_val_if_fail (self != NULL, NULL);

  copy = wb_project_state_new ();
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const WbEdit *value = key;

      wb_project_state_set (copy, value->target, value->field, value->row, value->column, value->after);
    }
  g_hash_table_iter_init (&iter, self->orders);
  while (g_hash_table_iter_next (&iter, &key, &ids))
    wb_project_state_set_order (copy, ((WbEdit *) key)->target, ((WbEdit *) key)->field, ids);

  return copy;
}

static const char *
get (WbProjectState *self,
     const WbEdit   *place)
{
  const WbEdit *value = g_hash_table_lookup (self->values, place);

  return value != NULL ? value->after : "";
}

const char *
wb_project_state_get (WbProjectState *self,
                      WbEditTarget    target,
                      const char     *field,
                      const char     *row,
                      const char     *column)
{
  WbEdit place = make_place (target, field, row, column);

  g_return_val_if_fail (self != NULL, "");
  g_return_val_if_fail (field != NULL && row != NULL && column != NULL, "");

  return get (self, &place);
}

void
wb_project_state_set (WbProjectState *self,
                      WbEditTarget    target,
                      const char     *field,
                      const char     *row,
                      const char     *column,
                      const char     *value)
{
  WbEdit place = make_place (target, field, row, column);

  g_return_if_fail (self != NULL);
  g_return_if_fail (field != NULL && row != NULL && column != NULL);

  if (value == NULL || *value == '\0')
    g_hash_table_remove (self->values, &place);
  else
    g_hash_table_add (self->values, wb_edit_new (target, field, row, column, NULL, value));
}

GPtrArray *
wb_project_state_get_order (WbProjectState *self,
                            WbEditTarget    target,
                            const char     *field)
{
  WbEdit place = make_place (target, field, "", "");
  GPtrArray *ids;

  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  ids = g_hash_table_lookup (self->orders, &place);
  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_replace (self->orders, wb_edit_new (target, field, NULL, NULL, NULL, NULL), ids);
    }

  return ids;
}

void
wb_project_state_set_order (WbProjectState *self,
                            WbEditTarget    target,
                            const char     *field,
                            GPtrArray      *ids)
{
  GPtrArray *copy;

  g_return_if_fail (self != NULL && field != NULL);

  copy = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (ids, i)));
  g_hash_table_replace (self->orders, wb_edit_new (target, field, NULL, NULL, NULL, NULL), copy);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const WbEdit *first = *(const WbEdit *const *) a;
  const WbEdit *second = *(const WbEdit *const *) b;
  int order = (int) first->target - (int) second->target;

  if (order == 0)
    order = strcmp (first->field, second->field);
  if (order == 0)
    order = strcmp (first->row, second->row);

  return order != 0 ? order : strcmp (first->column, second->column);
}

/* Adds the places of @orders that @known, a set, does not hold yet. */
static void
add_orders (GPtrArray  *places,
            GHashTable *known,
            GHashTable *orders)
{
  GHashTableIter iter;
  gpointer key, ids;

  g_hash_table_iter_init (&iter, orders);
  while (g_hash_table_iter_next (&iter, &key, &ids))
    if (((GPtrArray *) ids)->len > 0 && g_hash_table_add (known, key))
      g_ptr_array_add (places, wb_edit_new (((WbEdit *) key)->target, ((WbEdit *) key)->field, NULL, NULL, NULL, NULL));
}

GPtrArray *
wb_project_state_list_orders (WbProjectState *self,
                              WbProjectState *other)
{
  g_autoptr (GHashTable) known = g_hash_table_new (hash_place, equal_place);
  GPtrArray *places = g_ptr_array_new_with_free_func (free_edit);

  g_return_val_if_fail (self != NULL, places);

  add_orders (places, known, self->orders);
  if (other != NULL)
    add_orders (places, known, other->orders);
  g_ptr_array_sort (places, compare_places);

  return places;
}

/* Adds what is different in @after, among the values that @listed holds. */
static void
add_edits (GPtrArray      *edits,
           GHashTable     *listed,
           WbProjectState *before,
           WbProjectState *after,
           gboolean        only_gone)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, listed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const WbEdit *place = key;
      const char *old = get (before, place);
      const char *new = get (after, place);

      if (!g_str_equal (old, new) && (!only_gone || *new == '\0'))
        g_ptr_array_add (edits, wb_edit_new (place->target, place->field, place->row, place->column, old, new));
    }
}

GPtrArray *
wb_project_state_compare (WbProjectState *before,
                          WbProjectState *after)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func (free_edit);

  g_return_val_if_fail (before != NULL && after != NULL, edits);

  add_edits (edits, after->values, before, after, FALSE);
  add_edits (edits, before->values, before, after, TRUE);
  g_ptr_array_sort (edits, compare_places);

  return edits;
}

static gboolean
equal_ids (GPtrArray *first,
           GPtrArray *second)
{
  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    if (!g_str_equal (g_ptr_array_index (first, i), g_ptr_array_index (second, i)))
      return FALSE;

  return TRUE;
}

gboolean
wb_project_state_equal (WbProjectState *self,
                        WbProjectState *other)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) orders = NULL;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  edits = wb_project_state_compare (self, other);
  if (edits->len > 0)
    return FALSE;
  orders = wb_project_state_list_orders (self, other);
  for (guint i = 0; i < orders->len; i++)
    {
      const WbEdit *place = g_ptr_array_index (orders, i);

      if (!equal_ids (wb_project_state_get_order (self, place->target, place->field),
                      wb_project_state_get_order (other, place->target, place->field)))
        return FALSE;
    }

  return TRUE;
}

static void
add_cell (const char *field,
          const char *row,
          const char *column,
          const char *value,
          gpointer    user_data)
{
  wb_project_state_set (user_data, WB_EDIT_CELL, field, row, column, value);
}

static void
add_row (const char *field,
         const char *row,
         gpointer    user_data)
{
  WbProjectState *self = user_data;

  if (*wb_project_state_get (self, WB_EDIT_ROW, field, row, "") != '\0')
    return;
  wb_project_state_set (self, WB_EDIT_ROW, field, row, "", "1");
  g_ptr_array_add (wb_project_state_get_order (self, WB_EDIT_ROW, field), g_strdup (row));
}

void
wb_project_state_add_answers (WbProjectState *self,
                              WbAnswers      *answers)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (WB_IS_ANSWERS (answers));

  wb_answers_foreach_row (answers, add_row, self);
  wb_answers_foreach_cell (answers, add_cell, self);
}

static void
set_text (WbProjectState *self,
          const char     *deck,
          const char     *key,
          const char     *part,
          const char     *text)
{
  g_autofree char *value = text != NULL ? g_strdup_printf ("%c%s", TEXT_MARK, text) : NULL;

  wb_project_state_set (self, WB_EDIT_SLIDE, deck, key, part, value);
}

void
wb_project_state_add_deck (WbProjectState *self,
                           const char     *deck,
                           GPtrArray      *slides)
{
  GPtrArray *order;

  g_return_if_fail (self != NULL);
  g_return_if_fail (deck != NULL && slides != NULL);

  order = wb_project_state_get_order (self, WB_EDIT_SLIDE, deck);
  for (guint i = 0; i < slides->len; i++)
    {
      const WbSlide *slide = g_ptr_array_index (slides, i);
      g_autofree char *level = slide->level != 0 ? g_strdup_printf ("%d", slide->level) : NULL;

      g_ptr_array_add (order, g_strdup (slide->key));
      if (wb_slide_is_own (slide))
        wb_project_state_set (self, WB_EDIT_SLIDE, deck, slide->key, "", "1");
      wb_project_state_set (self, WB_EDIT_SLIDE, deck, slide->key, "level", level);
      wb_project_state_set (self, WB_EDIT_SLIDE, deck, slide->key, "hidden", slide->hidden ? "1" : NULL);
      set_text (self, deck, slide->key, "title", slide->title);
      set_text (self, deck, slide->key, "body", slide->body);
      set_text (self, deck, slide->key, "notes", slide->notes);
    }
}

/* (nullable) (transfer full) */
static char *
dup_text (WbProjectState *self,
          const char     *deck,
          const char     *key,
          const char     *part)
{
  const char *value = wb_project_state_get (self, WB_EDIT_SLIDE, deck, key, part);

  return *value == TEXT_MARK ? g_strdup (value + 1) : NULL;
}

GPtrArray *
wb_project_state_make_deck (WbProjectState *self,
                            const char     *deck)
{
  GPtrArray *slides = wb_slide_list_new ();
  GPtrArray *order;

  g_return_val_if_fail (self != NULL && deck != NULL, slides);

  order = wb_project_state_get_order (self, WB_EDIT_SLIDE, deck);
  for (guint i = 0; i < order->len; i++)
    {
      const char *key = g_ptr_array_index (order, i);
      WbSlide *slide = wb_slide_new (key);

      slide->level = (int) CLAMP (strtol (wb_project_state_get (self, WB_EDIT_SLIDE, deck, key, "level"), NULL, 10), 0, 2);
      slide->hidden = *wb_project_state_get (self, WB_EDIT_SLIDE, deck, key, "hidden") != '\0';
      slide->title = dup_text (self, deck, key, "title");
      slide->body = dup_text (self, deck, key, "body");
      slide->notes = dup_text (self, deck, key, "notes");
      g_ptr_array_add (slides, slide);
    }

  return slides;
}
