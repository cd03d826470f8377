/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-word-list.h"

#include "wb-search-table.h"
#include "wb-tokenizer.h"

/* A word form: the key all its spellings share. */
typedef struct
{
  char *key;
  gint64 last_number;
  guint n_items;
} Form;

typedef struct
{
  char *text;
  guint count;

  /* Borrowed */
  Form *form;
} Spelling;

struct _WbWordList
{
  /* Owned */
  WbTokenizer *tokenizer;
  GHashTable *forms;     /* key → Form */
  GHashTable *spellings; /* text → Spelling */
};

typedef struct
{
  WbWordList *list;
  gint64 number;
  const char *text;
} Source;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->key);
  g_free (form);
}

static void
spelling_free (gpointer data)
{
  Spelling *spelling = data;

  g_free (spelling->text);
  g_free (spelling);
}

WbWordList *
wb_word_list_new (void)
{
  WbWordList *self = g_new0 (WbWordList, 1);

  self->tokenizer = wb_tokenizer_new ();
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, form_free);
  self->spellings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, spelling_free);

  return self;
}

void
wb_word_list_free (WbWordList *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->spellings);
  g_hash_table_unref (self->forms);
  wb_tokenizer_free (self->tokenizer);
  g_free (self);
}

static Form *
ensure_form (WbWordList *self,
             const char *key)
{
  Form *form = g_hash_table_lookup (self->forms, key);

  if (form == NULL)
    {
      form = g_new0 (Form, 1);
      form->key = g_strdup (key);
      g_hash_table_insert (self->forms, form->key, form);
    }

  return form;
}

static void
count_spelling (WbWordList *self,
                Form       *form,
                const char *start,
                gsize       length)
{
  g_autofree char *text = g_strndup (start, length);
  Spelling *spelling = g_hash_table_lookup (self->spellings, text);

  if (spelling == NULL)
    {
      spelling = g_new0 (Spelling, 1);
      spelling->text = g_steal_pointer (&text);
      spelling->form = form;
      g_hash_table_insert (self->spellings, spelling->text, spelling);
    }
  spelling->count++;
}

static gboolean
add_token (const WbToken *token,
           gpointer       user_data)
{
  Source *source = user_data;
  Form *form = ensure_form (source->list, token->key);

  if (form->last_number != source->number)
    form->n_items++;
  form->last_number = source->number;
  count_spelling (source->list, form, source->text + token->start, token->end - token->start);

  return TRUE;
}

void
wb_word_list_add (WbWordList *self,
                  gint64      number,
                  const char *text)
{
  g_autofree char *valid = NULL;
  Source source = { self, number, NULL };

  g_return_if_fail (self != NULL);

  if (text == NULL)
    return;
  valid = g_utf8_make_valid (text, -1);
  source.text = valid;
  wb_tokenizer_run (self->tokenizer, valid, strlen (valid), TRUE, add_token, &source);
}

void
wb_word_list_add_form (WbWordList *self,
                       const char *key,
                       const char *shown,
                       guint       n_items)
{
  Form *form;

  g_return_if_fail (self != NULL);

  form = ensure_form (self, key);
  form->n_items += n_items;
  count_spelling (self, form, shown, strlen (shown));
  /* The other library's usual spelling weighs as much as its entries do. */
  ((Spelling *) g_hash_table_lookup (self->spellings, shown))->count += n_items;
}

/* By form, the most frequent spelling first. */
static int
compare_spellings (gconstpointer a,
                   gconstpointer b)
{
  const Spelling *left = *(const Spelling *const *) a;
  const Spelling *right = *(const Spelling *const *) b;
  int order = strcmp (left->form->key, right->form->key);

  if (order == 0)
    order = (left->count < right->count) - (left->count > right->count);

  return order != 0 ? order : strcmp (left->text, right->text);
}

/* (transfer container) */
static GPtrArray *
list_spellings (WbWordList *self)
{
  GPtrArray *spellings = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer spelling;

  g_hash_table_iter_init (&iter, self->spellings);
  while (g_hash_table_iter_next (&iter, NULL, &spelling))
    g_ptr_array_add (spellings, spelling);
  g_ptr_array_sort (spellings, compare_spellings);

  return spellings;
}

gboolean
wb_word_list_write (WbWordList    *self,
                    WbConnection  *connection,
                    GError       **error)
{
  g_autoptr (GPtrArray) spellings = list_spellings (self);
  const Form *written = NULL;

  for (guint i = 0; i < spellings->len; i++)
    {
      const Spelling *spelling = g_ptr_array_index (spellings, i);

      if (spelling->form == written)
        continue;
      written = spelling->form;
      if (!wb_search_table_add_word (connection, written->key, spelling->text, written->n_items,
                                     error))
        return FALSE;
    }

  return TRUE;
}
