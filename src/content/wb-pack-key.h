/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbPackKey:
 *
 * A key that signs content packs (Ed25519, by libsodium). The secret half lives in a file of its own and is wiped from memory when freed.
 */
typedef struct _WbPackKey WbPackKey;

/* A new key. (transfer full) */
WbPackKey  *wb_pack_key_generate     (void);
/* One sentence that names the file. (transfer full) */
WbPackKey  *wb_pack_key_load         (const char       *path,
                                      GError          **error);
void        wb_pack_key_free         (WbPackKey        *self);
/* Writes a file with mode 0600; one that is there is left as it is. */
gboolean    wb_pack_key_write        (const WbPackKey  *self,
                                      const char       *path,
                                      GError          **error);
/* The public half, 64 hexadecimal digits. (transfer none) */
const char *wb_pack_key_get_public   (const WbPackKey  *self);
/* Signature of @text: 128 hexadecimal digits. (transfer full) */
char       *wb_pack_key_sign         (const WbPackKey  *self,
                                      const char       *text);

/* Whether @signature of @text was made with the key whose public half is @public. Anything that is not hexadecimal digits of the right number is FALSE. */
gboolean    wb_pack_key_verify       (const char       *public,
                                      const char       *signature,
                                      const char       *text);
/* Whether @public has the form of a public half. */
gboolean    wb_pack_key_is_public    (const char       *public);
/* What people compare: the first 20 bytes of the SHA-256 of the public half as ten groups of four digits, "3f2a 90c1 …".
 * (transfer full) */
char       *wb_pack_key_fingerprint  (const char       *public) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPackKey, wb_pack_key_free)

G_END_DECLS
