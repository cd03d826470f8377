/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-vocabulary.h"

G_BEGIN_DECLS

/* Tables "facet" and "facet_value": the vocabulary in the order in which it is shown. */

gboolean      wb_facet_table_create (WbConnection  *connection,
                                     GError       **error);
/* Replaces what was there. */
gboolean      wb_facet_table_set    (WbConnection  *connection,
                                     WbVocabulary  *vocabulary,
                                     GError       **error);
/* (transfer full) */
WbVocabulary *wb_facet_table_load   (WbConnection  *connection,
                                     GError       **error);

G_END_DECLS
