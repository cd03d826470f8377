/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A key that somebody said to trust, whose it is, and since when (ISO 8601 day). */
typedef struct
{
  char *key; /* public half, hexadecimal */
  char *name;
  char *since;
} WbTrustedKey;

/**
 * WbTrustedKeys:
 *
 * The public keys whose packs the user takes without being asked, in a small JSON file beside packs.db.
 */
typedef struct _WbTrustedKeys WbTrustedKeys;

/* A file that is not there holds no keys; one that cannot be read is an error. (transfer full) */
WbTrustedKeys *wb_trusted_keys_load   (const char     *path,
                                       GError        **error);
void           wb_trusted_keys_free   (WbTrustedKeys  *self);
/* WbTrustedKey, in the order in which they came. (transfer none) */
GPtrArray     *wb_trusted_keys_list   (WbTrustedKeys  *self);
gboolean       wb_trusted_keys_has    (WbTrustedKeys  *self,
                                       const char     *key);
/* Each writes the file, mode 0600; on an error nothing changes. Adding a key that is there, and removing one that is not, does nothing. */
gboolean       wb_trusted_keys_add    (WbTrustedKeys  *self,
                                       const char     *key,
                                       const char     *name,
                                       GError        **error);
gboolean       wb_trusted_keys_remove (WbTrustedKeys  *self,
                                       const char     *key,
                                       GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTrustedKeys, wb_trusted_keys_free)

G_END_DECLS
