/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-item.h"
#include "wb-vocabulary.h"

G_BEGIN_DECLS

/* A card for a use case with the reason why it fits (nullable). The whole card is one button that opens the entry. */
GtkWidget *wb_suggestion_card_new (WbItem       *item,
                                   WbVocabulary *vocabulary,
                                   const char   *reason);

G_END_DECLS
