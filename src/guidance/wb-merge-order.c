/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-merge-order.h"

/* The ids are borrowed. (transfer full) */
static GHashTable *
make_set (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));

  return set;
}

/* Those of @ids that both sets hold; the ids are borrowed. (transfer container) */
static GPtrArray *
filter (GPtrArray  *ids,
        GHashTable *first,
        GHashTable *second)
{
  GPtrArray *filtered = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      char *id = g_ptr_array_index (ids, i);

      if (g_hash_table_contains (first, id) && g_hash_table_contains (second, id))
        g_ptr_array_add (filtered, id);
    }

  return filtered;
}

static gboolean
are_same (GPtrArray *first,
          GPtrArray *second)
{
  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    if (!g_str_equal (g_ptr_array_index (first, i), g_ptr_array_index (second, i)))
      return FALSE;

  return TRUE;
}

/* Whether the order of @theirs counts for what both have. */
static gboolean
follows_theirs (GPtrArray  *base,
                GPtrArray  *mine,
                GPtrArray  *theirs,
                gboolean    prefer_theirs,
                gboolean   *conflict)
{
  g_autoptr (GHashTable) in_base = make_set (base);
  g_autoptr (GHashTable) in_mine = make_set (mine);
  g_autoptr (GHashTable) in_theirs = make_set (theirs);
  g_autoptr (GPtrArray) my_common = filter (mine, in_mine, in_theirs);
  g_autoptr (GPtrArray) their_common = filter (theirs, in_mine, in_theirs);
  g_autoptr (GPtrArray) was = filter (base, in_mine, in_theirs);
  g_autoptr (GPtrArray) my_old = NULL;
  g_autoptr (GPtrArray) their_old = NULL;
  gboolean i_moved, they_moved;

  if (are_same (my_common, their_common))
    return FALSE;
  my_old = filter (my_common, in_base, in_base);
  their_old = filter (their_common, in_base, in_base);
  i_moved = !are_same (my_old, was);
  they_moved = !are_same (their_old, was);
  if (i_moved != they_moved)
    return they_moved;
  *conflict = TRUE;

  return prefer_theirs;
}

/* How many of @ids stand before and at the last one that @known holds. */
static guint
find_tail (GPtrArray  *ids,
           GHashTable *known)
{
  guint i = ids->len;

  while (i > 0 && !g_hash_table_contains (known, g_ptr_array_index (ids, i - 1)))
    i--;

  return i;
}

/* Puts @id behind @before (nullable), and behind what follows there that @other does not know. */
static void
insert_behind (GPtrArray  *ids,
               const char *id,
               const char *before,
               GHashTable *other)
{
  guint position = 0;

  if (before != NULL && g_ptr_array_find_with_equal_func (ids, before, g_str_equal, &position))
    position++;
  while (position < ids->len && !g_hash_table_contains (other, g_ptr_array_index (ids, position)))
    position++;
  g_ptr_array_insert (ids, (int) position, g_strdup (id));
}

GPtrArray *
wb_merge_order (GPtrArray  *base,
                GPtrArray  *mine,
                GPtrArray  *theirs,
                GHashTable *kept,
                gboolean    prefer_theirs,
                gboolean   *conflict)
{
  g_autoptr (GPtrArray) my_kept = NULL;
  g_autoptr (GPtrArray) their_kept = NULL;
  g_autoptr (GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) known = NULL;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *main, *other;
  const char *before = NULL;
  guint tail;

  g_return_val_if_fail (base != NULL && mine != NULL && theirs != NULL, ids);
  g_return_val_if_fail (kept != NULL && conflict != NULL, ids);

  *conflict = FALSE;
  my_kept = filter (mine, kept, kept);
  their_kept = filter (theirs, kept, kept);
  main = follows_theirs (base, my_kept, their_kept, prefer_theirs, conflict) ? their_kept : my_kept;
  other = main == my_kept ? their_kept : my_kept;
  known = make_set (other);

  for (guint i = 0; i < main->len; i++)
    if (g_hash_table_add (placed, g_ptr_array_index (main, i)))
      g_ptr_array_add (ids, g_strdup (g_ptr_array_index (main, i)));
  /* What stood at the end stands at the end. */
  tail = find_tail (other, placed);
  for (guint i = 0; i < other->len; i++)
    {
      char *id = g_ptr_array_index (other, i);

      if (g_hash_table_add (placed, id) && i < tail)
        insert_behind (ids, id, before, known);
      else if (i >= tail)
        g_ptr_array_add (ids, g_strdup (id));
      before = id;
    }

  return ids;
}
