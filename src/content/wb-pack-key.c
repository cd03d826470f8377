/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pack-key.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "wb-file.h"
#include "wb-json.h"

#define FORMAT 1
#define HOLDS "content-pack-key"
#define FINGERPRINT_BYTES 20

struct _WbPackKey
{
  unsigned char public[crypto_sign_PUBLICKEYBYTES];
  unsigned char secret[crypto_sign_SECRETKEYBYTES];
  char hex[2 * crypto_sign_PUBLICKEYBYTES + 1];
};

/* Wants to be called before anything else of libsodium, as often as one likes. */
static void
start_sodium (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot be started");
}

/* Exactly @length bytes out of small hexadecimal digits, in which no digit can change unseen. */
static gboolean
read_hex (const char    *text,
          unsigned char *bytes,
          gsize          length)
{
  gsize n;

  if (text == NULL || strlen (text) != 2 * length || strspn (text, "0123456789abcdef") != 2 * length)
    return FALSE;

  return sodium_hex2bin (bytes, length, text, 2 * length, NULL, &n, NULL) == 0 && n == length;
}

static WbPackKey *
key_new (const unsigned char *seed)
{
  WbPackKey *self = g_new0 (WbPackKey, 1);

  crypto_sign_seed_keypair (self->public, self->secret, seed);
  sodium_bin2hex (self->hex, sizeof self->hex, self->public, sizeof self->public);

  return self;
}

WbPackKey *
wb_pack_key_generate (void)
{
  unsigned char seed[crypto_sign_SEEDBYTES];
  WbPackKey *self;

  start_sodium ();
  randombytes_buf (seed, sizeof seed);
  self = key_new (seed);
  sodium_memzero (seed, sizeof seed);

  return self;
}

void
wb_pack_key_free (WbPackKey *self)
{
  if (self == NULL)
    return;

  sodium_memzero (self, sizeof *self);
  g_free (self);
}

static WbPackKey *
read_key (JsonNode  *node,
          GError   **error)
{
  g_autoptr (WbJsonReport) report = wb_json_report_new (TRUE);
  unsigned char seed[crypto_sign_SEEDBYTES];
  WbJson root = wb_json_root (node, report);
  WbPackKey *self = NULL;
  const char *text;

  start_sodium ();
  if (wb_json_is_object (&root))
    {
      wb_json_allow (&root, "format", "holds", "secret", NULL);
      wb_json_get_int (&root, "format", FORMAT, FORMAT, FORMAT, WB_JSON_REQUIRED);
      text = wb_json_get_text (&root, "holds", 0, WB_JSON_REQUIRED);
      if (text != NULL && !g_str_equal (text, HOLDS))
        wb_json_fault (&root, "holds", _("is not “%s”"), HOLDS);
      text = wb_json_get_text (&root, "secret", 0, WB_JSON_REQUIRED);
      if (text != NULL && !read_hex (text, seed, sizeof seed))
        wb_json_fault (&root, "secret", _("is not %d hexadecimal digits"), 2 * crypto_sign_SEEDBYTES);
    }
  if (wb_json_report_propagate (report, error))
    self = key_new (seed);
  sodium_memzero (seed, sizeof seed);

  return self;
}

WbPackKey *
wb_pack_key_load (const char  *path,
                  GError     **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) failure = NULL;
  WbPackKey *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  node = wb_json_load (path, &failure);
  if (node != NULL)
    self = read_key (node, &failure);
  if (self == NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, WB_ERROR, failure->code, _("“%s” holds no key for signing (%s)."), name, failure->message);
    }

  return self;
}

gboolean
wb_pack_key_write (const WbPackKey  *self,
                   const char       *path,
                   GError          **error)
{
  char seed[2 * crypto_sign_SEEDBYTES + 1];
  g_autofree char *text = NULL;
  gboolean written;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!wb_file_create_private (path, error))
    return FALSE;

  /* The first half of libsodium's secret key is the seed. */
  sodium_bin2hex (seed, sizeof seed, self->secret, crypto_sign_SEEDBYTES);
  text = g_strdup_printf ("{\"format\": %d, \"holds\": \"%s\", \"secret\": \"%s\"}\n", FORMAT, HOLDS, seed);
  written = wb_file_fill (path, text, error);
  if (!written)
    g_unlink (path);
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (text, strlen (text));

  return written;
}

const char *
wb_pack_key_get_public (const WbPackKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->hex;
}

char *
wb_pack_key_sign (const WbPackKey *self,
                  const char      *text)
{
  unsigned char signature[crypto_sign_BYTES];
  char *hex = g_malloc (2 * crypto_sign_BYTES + 1);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  crypto_sign_detached (signature, NULL, (const unsigned char *) text, strlen (text), self->secret);

  return sodium_bin2hex (hex, 2 * crypto_sign_BYTES + 1, signature, sizeof signature);
}

gboolean
wb_pack_key_verify (const char *public,
                    const char *signature,
                    const char *text)
{
  unsigned char key[crypto_sign_PUBLICKEYBYTES];
  unsigned char bytes[crypto_sign_BYTES];

  g_return_val_if_fail (text != NULL, FALSE);

  start_sodium ();

  return read_hex (public, key, sizeof key) && read_hex (signature, bytes, sizeof bytes)
         && crypto_sign_verify_detached (bytes, (const unsigned char *) text, strlen (text), key) == 0;
}

gboolean
wb_pack_key_is_public (const char *public)
{
  unsigned char key[crypto_sign_PUBLICKEYBYTES];

  return read_hex (public, key, sizeof key);
}

char *
wb_pack_key_fingerprint (const char *public)
{
  unsigned char key[crypto_sign_PUBLICKEYBYTES];
  g_autofree char *digest = NULL;
  GString *groups;

  g_return_val_if_fail (read_hex (public, key, sizeof key), NULL);

  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, key, sizeof key);
  groups = g_string_new (NULL);
  for (guint i = 0; i < 2 * FINGERPRINT_BYTES; i += 4)
    g_string_append_printf (groups, "%s%.4s", i > 0 ? " " : "", digest + i);

  return g_string_free (groups, FALSE);
}
