/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-hit-list.h"

#include "wb-search-marks.h"
#include "wb-search-private.h"

/* A hit to be. */
typedef struct
{
  const WbEntry *entry; /* borrowed from the index */

  /* Owned */
  char *text; /* (nullable) dropped once the hit is made */
  WbHit *hit; /* (nullable) until it is asked for */
} Slot;

struct _WbHitList
{
  GObject parent_instance;

  /* Owned */
  WbLibraryIndex *index;
  WbTokenizer *tokenizer;
  GPtrArray *terms;
  GArray *slots;
};

static void wb_hit_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WbHitList, wb_hit_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, wb_hit_list_model_init))

static void
slot_clear (gpointer data)
{
  Slot *slot = data;

  g_free (slot->text);
  g_clear_object (&slot->hit);
}

static WbHit *
make_hit (WbHitList *self,
          Slot      *slot)
{
  g_autofree char *snippet = NULL;
  GArray *title_marks;
  GArray *snippet_marks = NULL;

  if (self->terms->len == 0)
    return wb_hit_new (self->index, slot->entry, NULL, NULL, NULL);

  title_marks = wb_search_marks_find (self->tokenizer, self->terms, slot->entry->title);
  snippet = wb_search_marks_excerpt (self->tokenizer, self->terms, slot->entry->summary,
                                     slot->text != NULL ? slot->text : "", &snippet_marks);

  return wb_hit_new (self->index, slot->entry, title_marks, snippet, snippet_marks);
}

static GType
wb_hit_list_get_item_type (GListModel *model)
{
  return WB_TYPE_HIT;
}

static guint
wb_hit_list_get_n_items (GListModel *model)
{
  return WB_HIT_LIST (model)->slots->len;
}

static gpointer
wb_hit_list_get_item (GListModel *model,
                      guint       position)
{
  WbHitList *self = WB_HIT_LIST (model);
  Slot *slot;

  if (position >= self->slots->len)
    return NULL;

  slot = &g_array_index (self->slots, Slot, position);
  if (slot->hit == NULL)
    {
      slot->hit = make_hit (self, slot);
      g_clear_pointer (&slot->text, g_free);
    }

  return g_object_ref (slot->hit);
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

  g_array_unref (self->slots);
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
  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  g_array_set_clear_func (self->slots, slot_clear);
}

WbHitList *
wb_hit_list_new (WbLibraryIndex *index,
                 GPtrArray      *terms)
{
  WbHitList *self = g_object_new (WB_TYPE_HIT_LIST, NULL);

  self->index = wb_library_index_ref (index);
  self->terms = terms;

  return self;
}

void
wb_hit_list_append (WbHitList     *self,
                    const WbEntry *entry,
                    char          *text)
{
  Slot slot = { entry, text, NULL };

  g_return_if_fail (WB_IS_HIT_LIST (self));
  g_return_if_fail (entry != NULL);

  g_array_append_val (self->slots, slot);
}
