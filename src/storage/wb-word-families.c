/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-word-families.h"

#include "wb-family-table.h"

#include <string.h>

/* Shortest word that is looked for in compounds, and shortest rest beside it. */
#define MIN_INSIDE 4
#define MIN_REST 3

struct _WbWordFamilies
{
  /* Borrowed while loading */
  WbTokenizer *tokenizer;

  guint last; /* number of the family at hand while loading */

  /* Owned */
  GPtrArray *families; /* WbWordFamily */
  GHashTable *by_key;  /* key → family, both borrowed from @families */
  GHashTable *by_stem; /* stem → family, the family borrowed */
};

static WbWordFamily *
word_family_new (void)
{
  WbWordFamily *self = g_atomic_rc_box_new0 (WbWordFamily);

  self->keys = g_ptr_array_new_with_free_func (g_free);

  return self;
}

WbWordFamily *
wb_word_family_ref (WbWordFamily *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
word_family_clear (gpointer data)
{
  WbWordFamily *self = data;

  g_ptr_array_unref (self->keys);
  g_free (self->expression);
  g_clear_pointer (&self->hits, g_array_unref);
}

void
wb_word_family_unref (WbWordFamily *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, word_family_clear);
}

static void
add_word (guint       family,
          const char *key,
          const char *shown,
          gpointer    user_data)
{
  WbWordFamilies *self = user_data;
  WbWordFamily *at_hand;
  const char *stem;

  if (self->families->len == 0 || family != self->last)
    g_ptr_array_add (self->families, word_family_new ());
  self->last = family;
  at_hand = g_ptr_array_index (self->families, self->families->len - 1);
  g_ptr_array_add (at_hand->keys, g_strdup (key));
  g_hash_table_insert (self->by_key, g_ptr_array_index (at_hand->keys, at_hand->keys->len - 1), at_hand);
  stem = wb_tokenizer_stem (self->tokenizer, key);
  if (!g_hash_table_contains (self->by_stem, stem))
    g_hash_table_insert (self->by_stem, g_strdup (stem), at_hand);
}

WbWordFamilies *
wb_word_families_load (WbConnection  *connection,
                       WbTokenizer   *tokenizer,
                       GError       **error)
{
  g_autoptr (WbWordFamilies) self = g_new0 (WbWordFamilies, 1);

  g_return_val_if_fail (connection != NULL, NULL);
  g_return_val_if_fail (tokenizer != NULL, NULL);

  self->tokenizer = tokenizer;
  self->families = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_word_family_unref);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_stem = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!wb_family_table_scan (connection, add_word, self, error))
    return NULL;
  self->tokenizer = NULL;

  return g_steal_pointer (&self);
}

void
wb_word_families_free (WbWordFamilies *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_stem);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->families);
  g_free (self);
}

WbWordFamily *
wb_word_families_find (WbWordFamilies *self,
                       const char     *key,
                       const char     *stem)
{
  WbWordFamily *family;

  g_return_val_if_fail (self != NULL, NULL);

  family = g_hash_table_lookup (self->by_key, key);

  return family != NULL ? family : g_hash_table_lookup (self->by_stem, stem);
}

WbWordFamily *
wb_word_families_find_inside (WbWordFamilies *self,
                              const char     *key,
                              gboolean        end)
{
  const gsize n = strlen (key);

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize length = n - MIN (n, MIN_REST); length >= MIN_INSIDE; length--)
    {
      g_autofree char *part = end ? g_strdup (key + n - length) : g_strndup (key, length);
      WbWordFamily *family = g_hash_table_lookup (self->by_key, part);

      if (family != NULL)
        return family;
    }

  return NULL;
}
