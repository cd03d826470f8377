/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-private.h"

struct _WbHit
{
  GObject parent_instance;

  /* Owned */
  WbLibraryIndex *index; /* keeps the values of the entry */
  WbEntry *entry;
  char *snippet; /* (nullable) NULL: the summary */
  GArray *title_marks;
  GArray *snippet_marks;
};

G_DEFINE_FINAL_TYPE (WbHit, wb_hit, G_TYPE_OBJECT)

static void
wb_hit_finalize (GObject *object)
{
  WbHit *self = WB_HIT (object);

  wb_entry_free (self->entry);
  wb_library_index_unref (self->index);
  g_free (self->snippet);
  g_array_unref (self->title_marks);
  g_array_unref (self->snippet_marks);

  G_OBJECT_CLASS (wb_hit_parent_class)->finalize (object);
}

static void
wb_hit_class_init (WbHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_hit_finalize;
}

static void
wb_hit_init (WbHit *self)
{
}

static GArray *
ensure_marks (GArray *marks)
{
  return marks != NULL ? marks : g_array_new (FALSE, FALSE, sizeof (WbMark));
}

WbHit *
wb_hit_new (WbLibraryIndex *index,
            WbEntry        *entry,
            GArray         *title_marks,
            const char     *snippet,
            GArray         *snippet_marks)
{
  WbHit *self = g_object_new (WB_TYPE_HIT, NULL);

  self->index = wb_library_index_ref (index);
  self->entry = entry;
  self->snippet = g_strdup (snippet);
  self->title_marks = ensure_marks (title_marks);
  self->snippet_marks = ensure_marks (snippet_marks);

  return self;
}

WbKind
wb_hit_get_kind (WbHit *self)
{
  g_return_val_if_fail (WB_IS_HIT (self), WB_KIND_USE_CASE);

  return self->entry->kind;
}

const char *
wb_hit_get_id (WbHit *self)
{
  g_return_val_if_fail (WB_IS_HIT (self), NULL);

  return self->entry->id;
}

const char *
wb_hit_get_title (WbHit *self)
{
  g_return_val_if_fail (WB_IS_HIT (self), NULL);

  return self->entry->title;
}

const char *
wb_hit_get_snippet (WbHit *self)
{
  g_return_val_if_fail (WB_IS_HIT (self), NULL);

  return self->snippet != NULL ? self->snippet : self->entry->summary;
}

GArray *
wb_hit_get_title_marks (WbHit *self)
{
  g_return_val_if_fail (WB_IS_HIT (self), NULL);

  return self->title_marks;
}

GArray *
wb_hit_get_snippet_marks (WbHit *self)
{
  g_return_val_if_fail (WB_IS_HIT (self), NULL);

  return self->snippet_marks;
}

const char *
wb_hit_get_as_of (WbHit *self)
{
  g_return_val_if_fail (WB_IS_HIT (self), NULL);

  return self->entry->as_of;
}

const char *
wb_hit_get_review_by (WbHit *self)
{
  g_return_val_if_fail (WB_IS_HIT (self), NULL);

  return self->entry->review_by;
}

const char *
wb_hit_get_facet (WbHit      *self,
                  const char *facet)
{
  g_return_val_if_fail (WB_IS_HIT (self), NULL);
  g_return_val_if_fail (facet != NULL, NULL);

  return wb_entry_get_value (self->entry, facet);
}
