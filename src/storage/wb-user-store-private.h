/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/* Between wb-user-store.c, wb-user-store-diagnosis.c, wb-user-store-learning.c and wb-user-store-library.c. */

struct _WbUserStore
{
  GObject parent_instance;

  /* Owned */
  char *path;
  char *notice; /* (nullable) */
  WbConnection *connection;
};

/* Emits "learning-changed" when the write went well; returns @written. */
gboolean    wb_user_store_tell_learning (WbUserStore *self,
                                         gboolean     written);
/* The same for "collections-changed". */
gboolean    wb_user_store_tell_collections (WbUserStore *self,
                                            gboolean     written);
/* The same for "assessments-changed". */
gboolean    wb_user_store_tell_assessments (WbUserStore *self,
                                            gboolean     written);
/* Table "meta"; empty when it cannot be read. (transfer full) */
GHashTable *wb_user_store_load_meta     (WbUserStore *self);

G_END_DECLS
