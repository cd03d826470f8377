/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *label;
} WbTerm;

/* A facet with its values (WbTerm) in the order in which they are shown. */
typedef struct
{
  char *id;
  char *label;
  GPtrArray *values;
} WbFacet;

/**
 * WbVocabulary:
 *
 * The facets and their values. Comes with the content, since the words are the content's.
 */
#define WB_TYPE_VOCABULARY (wb_vocabulary_get_type ())
G_DECLARE_FINAL_TYPE (WbVocabulary, wb_vocabulary, WB, VOCABULARY, GObject)

WbVocabulary  *wb_vocabulary_new             (void);
/* Adds a facet, or a value to the facet @facet, which must exist. */
void           wb_vocabulary_add_facet       (WbVocabulary *self,
                                              const char   *id,
                                              const char   *label);
void           wb_vocabulary_add_value       (WbVocabulary *self,
                                              const char   *facet,
                                              const char   *id,
                                              const char   *label);
/* Array of WbFacet. (transfer none) */
GPtrArray     *wb_vocabulary_get_facets      (WbVocabulary *self);
/* (nullable) (transfer none) */
const WbFacet *wb_vocabulary_get_facet       (WbVocabulary *self,
                                              const char   *id);
gboolean       wb_vocabulary_has_value       (WbVocabulary *self,
                                              const char   *facet,
                                              const char   *value);
/* The label of a value; @value itself where it is unknown. */
const char    *wb_vocabulary_get_value_label (WbVocabulary *self,
                                              const char   *facet,
                                              const char   *value);

G_END_DECLS
