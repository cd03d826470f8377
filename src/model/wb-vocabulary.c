/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-vocabulary.h"

struct _WbVocabulary
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *facets;
};

G_DEFINE_FINAL_TYPE (WbVocabulary, wb_vocabulary, G_TYPE_OBJECT)

static void
term_free (gpointer data)
{
  WbTerm *term = data;

  g_free (term->id);
  g_free (term->label);
  g_free (term);
}

static void
facet_free (gpointer data)
{
  WbFacet *facet = data;

  g_free (facet->id);
  g_free (facet->label);
  g_ptr_array_unref (facet->values);
  g_free (facet);
}

static void
wb_vocabulary_finalize (GObject *object)
{
  WbVocabulary *self = WB_VOCABULARY (object);

  g_ptr_array_unref (self->facets);

  G_OBJECT_CLASS (wb_vocabulary_parent_class)->finalize (object);
}

static void
wb_vocabulary_class_init (WbVocabularyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_vocabulary_finalize;
}

static void
wb_vocabulary_init (WbVocabulary *self)
{
  self->facets = g_ptr_array_new_with_free_func (facet_free);
}

static const WbTerm *
find_value (const WbFacet *facet,
            const char    *id)
{
  for (guint i = 0; facet != NULL && i < facet->values->len; i++)
    {
      const WbTerm *term = g_ptr_array_index (facet->values, i);

      if (g_str_equal (term->id, id))
        return term;
    }

  return NULL;
}

WbVocabulary *
wb_vocabulary_new (void)
{
  return g_object_new (WB_TYPE_VOCABULARY, NULL);
}

void
wb_vocabulary_add_facet (WbVocabulary *self,
                         const char   *id,
                         const char   *label)
{
  WbFacet *facet;

  g_return_if_fail (WB_IS_VOCABULARY (self));
  g_return_if_fail (wb_vocabulary_get_facet (self, id) == NULL);

  facet = g_new0 (WbFacet, 1);
  facet->id = g_strdup (id);
  facet->label = g_strdup (label);
  facet->values = g_ptr_array_new_with_free_func (term_free);
  g_ptr_array_add (self->facets, facet);
}

void
wb_vocabulary_add_value (WbVocabulary *self,
                         const char   *facet,
                         const char   *id,
                         const char   *label)
{
  const WbFacet *found;
  WbTerm *term;

  g_return_if_fail (WB_IS_VOCABULARY (self));

  found = wb_vocabulary_get_facet (self, facet);
  g_return_if_fail (found != NULL);

  term = g_new0 (WbTerm, 1);
  term->id = g_strdup (id);
  term->label = g_strdup (label);
  g_ptr_array_add (found->values, term);
}

GPtrArray *
wb_vocabulary_get_facets (WbVocabulary *self)
{
  g_return_val_if_fail (WB_IS_VOCABULARY (self), NULL);

  return self->facets;
}

const WbFacet *
wb_vocabulary_get_facet (WbVocabulary *self,
                         const char   *id)
{
  g_return_val_if_fail (WB_IS_VOCABULARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->facets->len; i++)
    {
      const WbFacet *facet = g_ptr_array_index (self->facets, i);

      if (g_str_equal (facet->id, id))
        return facet;
    }

  return NULL;
}

gboolean
wb_vocabulary_has_value (WbVocabulary *self,
                         const char   *facet,
                         const char   *value)
{
  g_return_val_if_fail (WB_IS_VOCABULARY (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  return find_value (wb_vocabulary_get_facet (self, facet), value) != NULL;
}

const char *
wb_vocabulary_get_value_label (WbVocabulary *self,
                               const char   *facet,
                               const char   *value)
{
  const WbTerm *term;

  g_return_val_if_fail (WB_IS_VOCABULARY (self), value);

  term = find_value (wb_vocabulary_get_facet (self, facet), value);

  return term != NULL ? term->label : value;
}
