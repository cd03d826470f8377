/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-hit-list.h"

#include "wb-search-marks.h"
#include "wb-search-private.h"

/* Hits that are kept: more than a window shows at a time, so that what is in sight is never made twice. */
#define MAX_MADE 512

struct _WbHitList
{
  GObject parent_instance;

  /* Owned */
  WbLibraryIndex *index;
  WbTokenizer *tokenizer;
  GPtrArray *terms;
  GArray *positions; /* guint32, in the index */
  GPtrArray *texts;  /* char *, of the first hits */
  GHashTable *made;  /* place in the list → WbHit */
  GQueue order;      /* the places in @made, the oldest first */
};

static void wb_hit_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WbHitList, wb_hit_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, wb_hit_list_model_init))

static WbHit *
make_hit (WbHitList *self,
          guint      place)
{
  WbEntry *entry = wb_library_index_read (self->index, g_array_index (self->positions, guint32, place));
  const char *text = place < self->texts->len ? g_ptr_array_index (self->texts, place) : "";
  g_autofree char *snippet = NULL;
  GArray *title_marks;
  GArray *snippet_marks = NULL;

  if (self->terms->len == 0)
    return wb_hit_new (self->index, entry, NULL, NULL, NULL);

  title_marks = wb_search_marks_find (self->tokenizer, self->terms, entry->title);
  snippet = wb_search_marks_excerpt (self->tokenizer, self->terms, entry->summary, text, &snippet_marks);

  return wb_hit_new (self->index, entry, title_marks, snippet, snippet_marks);
}

static void
keep_hit (WbHitList *self,
          guint      place,
          WbHit     *hit)
{
  if (self->order.length >= MAX_MADE)
    g_hash_table_remove (self->made, g_queue_pop_head (&self->order));
  g_queue_push_tail (&self->order, GUINT_TO_POINTER (place));
  g_hash_table_insert (self->made, GUINT_TO_POINTER (place), hit);
}

static GType
wb_hit_list_get_item_type (GListModel *model)
{
  return WB_TYPE_HIT;
}

static guint
wb_hit_list_get_n_items (GListModel *model)
{
  return WB_HIT_LIST (model)->positions->len;
}

static gpointer
wb_hit_list_get_item (GListModel *model,
                      guint       position)
{
  WbHitList *self = WB_HIT_LIST (model);
  WbHit *hit;

  if (position >= self->positions->len)
    return NULL;

  hit = g_hash_table_lookup (self->made, GUINT_TO_POINTER (position));
  if (hit == NULL)
    {
      hit = make_hit (self, position);
      keep_hit (self, position, hit);
    }

  return g_object_ref (hit);
}

static void
wb_hit_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = wb_hit_list_get_item_type;
  iface->get_n_items = wb_hit_list_get_n_items;
  iface->get_item = wb_hit_list_get_item;
}

static void
wb_hit_list_finalize (GObject *object)
{
  WbHitList *self = WB_HIT_LIST (object);

  g_hash_table_unref (self->made);
  g_queue_clear (&self->order);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->positions);
  g_ptr_array_unref (self->terms);
  wb_tokenizer_free (self->tokenizer);
  wb_library_index_unref (self->index);

  G_OBJECT_CLASS (wb_hit_list_parent_class)->finalize (object);
}

static void
wb_hit_list_class_init (WbHitListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_hit_list_finalize;
}

static void
wb_hit_list_init (WbHitList *self)
{
  self->tokenizer = wb_tokenizer_new ();
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->made = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_queue_init (&self->order);
}

WbHitList *
wb_hit_list_new (WbLibraryIndex *index,
                 GArray         *positions,
                 GPtrArray      *terms)
{
  WbHitList *self = g_object_new (WB_TYPE_HIT_LIST, NULL);

  self->index = wb_library_index_ref (index);
  self->positions = positions;
  self->terms = terms;

  return self;
}

void
wb_hit_list_add_text (WbHitList *self,
                      char      *text)
{
  g_return_if_fail (WB_IS_HIT_LIST (self));

  g_ptr_array_add (self->texts, text);
}

guint
wb_hit_list_get_n_made (WbHitList *self)
{
  g_return_val_if_fail (WB_IS_HIT_LIST (self), 0);

  return g_hash_table_size (self->made);
}
