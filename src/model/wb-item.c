/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-item.h"

struct _WbItem
{
  GObject parent_instance;

  WbKind kind;

  /* Owned */
  char *id;
  char *title;
  char *summary;
  char *body;
  char *payload;
  char *as_of;
  char *review_by;
  char *licence;
  char *pack_title;
  char *pack_publisher;
  GPtrArray *facts;
  GPtrArray *facets;
  GPtrArray *links;
  GPtrArray *sources;
};

G_DEFINE_FINAL_TYPE (WbItem, wb_item, G_TYPE_OBJECT)

static void
fact_free (gpointer data)
{
  WbFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

static void
facet_value_free (gpointer data)
{
  WbFacetValue *value = data;

  g_free (value->facet);
  g_free (value->value);
  g_free (value);
}

static void
link_free (gpointer data)
{
  WbLink *link = data;

  g_free (link->rel);
  g_free (link->target);
  g_free (link->title);
  g_free (link);
}

static void
source_free (gpointer data)
{
  WbSource *source = data;

  g_free (source->title);
  g_free (source->publisher);
  g_free (source->url);
  g_free (source->reference);
  g_free (source->date);
  g_free (source->grade);
  g_free (source->note);
  g_free (source);
}

static void
wb_item_finalize (GObject *object)
{
  WbItem *self = WB_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->body);
  g_free (self->payload);
  g_free (self->as_of);
  g_free (self->review_by);
  g_free (self->licence);
  g_free (self->pack_title);
  g_free (self->pack_publisher);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->facets);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->sources);

  G_OBJECT_CLASS (wb_item_parent_class)->finalize (object);
}

static void
wb_item_class_init (WbItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_item_finalize;
}

static void
wb_item_init (WbItem *self)
{
  self->summary = g_strdup ("");
  self->body = g_strdup ("");
  self->facts = g_ptr_array_new_with_free_func (fact_free);
  self->facets = g_ptr_array_new_with_free_func (facet_value_free);
  self->links = g_ptr_array_new_with_free_func (link_free);
  self->sources = g_ptr_array_new_with_free_func (source_free);
}

static void
replace_string (char       **field,
                const char  *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

WbItem *
wb_item_new (WbKind      kind,
             const char *id,
             const char *title)
{
  WbItem *self;

  g_return_val_if_fail ((guint) kind < WB_N_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (WB_TYPE_ITEM, NULL);
  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

WbKind
wb_item_get_kind (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), 0);

  return self->kind;
}

const char *
wb_item_get_id (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->id;
}

const char *
wb_item_get_title (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->title;
}

const char *
wb_item_get_summary (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->summary;
}

void
wb_item_set_summary (WbItem     *self,
                     const char *summary)
{
  g_return_if_fail (WB_IS_ITEM (self));

  replace_string (&self->summary, summary != NULL ? summary : "");
}

const char *
wb_item_get_body (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->body;
}

void
wb_item_set_body (WbItem     *self,
                  const char *body)
{
  g_return_if_fail (WB_IS_ITEM (self));

  replace_string (&self->body, body != NULL ? body : "");
}

const char *
wb_item_get_payload (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->payload;
}

void
wb_item_set_payload (WbItem     *self,
                     const char *payload)
{
  g_return_if_fail (WB_IS_ITEM (self));

  replace_string (&self->payload, payload);
}

const char *
wb_item_get_licence (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->licence;
}

void
wb_item_set_licence (WbItem     *self,
                     const char *licence)
{
  g_return_if_fail (WB_IS_ITEM (self));

  replace_string (&self->licence, licence);
}

const char *
wb_item_get_pack_title (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->pack_title;
}

const char *
wb_item_get_pack_publisher (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->pack_publisher;
}

void
wb_item_set_pack (WbItem     *self,
                  const char *title,
                  const char *publisher)
{
  g_return_if_fail (WB_IS_ITEM (self));

  replace_string (&self->pack_title, title);
  replace_string (&self->pack_publisher, publisher);
}

const char *
wb_item_get_as_of (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->as_of;
}

const char *
wb_item_get_review_by (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->review_by;
}

void
wb_item_set_dates (WbItem     *self,
                   const char *as_of,
                   const char *review_by)
{
  g_return_if_fail (WB_IS_ITEM (self));

  replace_string (&self->as_of, as_of);
  replace_string (&self->review_by, review_by);
}

GPtrArray *
wb_item_get_facts (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->facts;
}

GPtrArray *
wb_item_get_facets (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->facets;
}

GPtrArray *
wb_item_get_links (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->links;
}

GPtrArray *
wb_item_get_sources (WbItem *self)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  return self->sources;
}

void
wb_item_add_fact (WbItem     *self,
                  const char *label,
                  const char *value)
{
  WbFact *fact;

  g_return_if_fail (WB_IS_ITEM (self));

  fact = g_new0 (WbFact, 1);
  fact->label = g_strdup (label);
  fact->value = g_strdup (value);
  g_ptr_array_add (self->facts, fact);
}

void
wb_item_add_facet (WbItem     *self,
                   const char *facet,
                   const char *value)
{
  WbFacetValue *entry;

  g_return_if_fail (WB_IS_ITEM (self));

  entry = g_new0 (WbFacetValue, 1);
  entry->facet = g_strdup (facet);
  entry->value = g_strdup (value);
  g_ptr_array_add (self->facets, entry);
}

void
wb_item_add_link (WbItem     *self,
                  const char *rel,
                  const char *target,
                  const char *title,
                  WbKind      kind)
{
  WbLink *link;

  g_return_if_fail (WB_IS_ITEM (self));

  link = g_new0 (WbLink, 1);
  link->rel = g_strdup (rel);
  link->target = g_strdup (target);
  link->title = g_strdup (title);
  link->kind = kind;
  g_ptr_array_add (self->links, link);
}

void
wb_item_add_source (WbItem         *self,
                    const WbSource *source)
{
  WbSource *copy;

  g_return_if_fail (WB_IS_ITEM (self));
  g_return_if_fail (source != NULL);

  copy = g_new0 (WbSource, 1);
  copy->title = g_strdup (source->title);
  copy->publisher = g_strdup (source->publisher);
  copy->url = g_strdup (source->url);
  copy->reference = g_strdup (source->reference);
  copy->date = g_strdup (source->date);
  copy->grade = g_strdup (source->grade);
  copy->note = g_strdup (source->note);
  g_ptr_array_add (self->sources, copy);
}

const char *
wb_item_get_facet (WbItem     *self,
                   const char *facet)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  for (guint i = 0; i < self->facets->len; i++)
    {
      const WbFacetValue *entry = g_ptr_array_index (self->facets, i);

      if (g_str_equal (entry->facet, facet))
        return entry->value;
    }

  return NULL;
}

gboolean
wb_item_has_facet (WbItem     *self,
                   const char *facet,
                   const char *value)
{
  g_return_val_if_fail (WB_IS_ITEM (self), FALSE);

  for (guint i = 0; i < self->facets->len; i++)
    {
      const WbFacetValue *entry = g_ptr_array_index (self->facets, i);

      if (g_str_equal (entry->facet, facet) && g_str_equal (entry->value, value))
        return TRUE;
    }

  return FALSE;
}

const char *
wb_item_get_link (WbItem     *self,
                  const char *rel)
{
  g_return_val_if_fail (WB_IS_ITEM (self), NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      const WbLink *link = g_ptr_array_index (self->links, i);

      if (g_str_equal (link->rel, rel))
        return link->target;
    }

  return NULL;
}
