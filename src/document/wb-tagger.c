/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-tagger-private.h"

#include <string.h>

#define MAX_DEPTH 64

struct _WbTagger
{
  gboolean spoiled;
  gboolean has_structure;

  /* Borrowed */
  cairo_t *cr;

  /* Owned */
  GPtrArray *open;    /* const char *: names out of the table, outermost first */
  GPtrArray *records; /* WbTagRecord */
};

/* A row across a table may be a heading for what follows. */
#define HEADING_PARENTS " Document Sect Div BlockQuote LBody TD TH "

/* The tags we use, and under which others each may stand directly; NULL: under any that holds blocks. */
static const struct
{
  const char *name;
  const char *parents; /* space before and behind each name */
} tags[] = {
  { "Document", "" },
  { "Sect", " Document " },
  { "Div", NULL },
  { "BlockQuote", NULL },
  { "H1", HEADING_PARENTS },
  { "H2", HEADING_PARENTS },
  { "H3", HEADING_PARENTS },
  { "H4", HEADING_PARENTS },
  { "P", " Document Sect Div BlockQuote LBody TD TOCI " },
  { "L", NULL },
  { "LI", " L " },
  { "Lbl", " LI " },
  { "LBody", " LI " },
  { "Table", NULL },
  { "TR", " Table " },
  { "TH", " TR " },
  { "TD", " TR " },
  { "TOC", NULL },
  { "TOCI", " TOC " },
  { "Note", " Document Sect Div BlockQuote P LBody TD TH " },
  { "Reference", " P TD TH H1 H2 H3 H4 Lbl " },
  { "Figure", " P TD TH H1 H2 H3 H4 Lbl Note Document Sect Div BlockQuote LBody " },
  { "Span", " P TD TH H1 H2 H3 H4 Lbl Note Link " },
  { "Link", " P TD TH H1 H2 H3 H4 Lbl Note Reference " },
  { "NonStruct", " Document Sect Div BlockQuote P L LI LBody Table TR TH TD H1 H2 H3 H4 Lbl Note " },
};

static const char block_parents[] = " Document Sect Div BlockQuote LBody TD ";

static void
record_free (gpointer data)
{
  WbTagRecord *record = data;

  g_free (record->text);
  g_free (record);
}

WbTagger *
wb_tagger_new (void)
{
  WbTagger *self = g_new0 (WbTagger, 1);

  self->open = g_ptr_array_new ();
  self->records = g_ptr_array_new_with_free_func (record_free);

  return self;
}

void
wb_tagger_free (WbTagger *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->records);
  g_free (self);
}

void
wb_tagger_set_cairo (WbTagger *self,
                     cairo_t  *cr)
{
  g_return_if_fail (self != NULL);

  self->cr = cr;
}

static const char *
get_top (WbTagger *self)
{
  return self->open->len > 0 ? g_ptr_array_index (self->open, self->open->len - 1) : NULL;
}

static gboolean
names_contain (const char *names,
               const char *name)
{
  const gsize length = strlen (name);

  for (const char *p = strstr (names, name); p != NULL; p = strstr (p + length, name))
    if (p > names && p[-1] == ' ' && p[length] == ' ')
      return TRUE;

  return FALSE;
}

/* The name as it stands in the table, when it may be opened here; NULL otherwise. */
static const char *
find_allowed (WbTagger   *self,
              const char *tag)
{
  const char *top = get_top (self);

  if (self->open->len >= MAX_DEPTH)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      const char *parents = tags[i].parents != NULL ? tags[i].parents : block_parents;

      if (strcmp (tag, tags[i].name) != 0)
        continue;
      if (top == NULL)
        return *parents == '\0' ? tags[i].name : NULL;

      return names_contain (parents, top) ? tags[i].name : NULL;
    }

  return NULL;
}

static gboolean
spoil (WbTagger   *self,
       const char *tag)
{
  g_info ("Structure tag %s cannot stand under %s", tag, self->open->len > 0 ? get_top (self) : "nothing");
  self->spoiled = TRUE;

  return FALSE;
}

static void
add_record (WbTagger         *self,
            const char       *tag,
            const WbTagExtra *extra,
            const char       *text)
{
  WbTagRecord *record;

  if (!names_contain (" TH TD Figure Link Note Span ", tag))
    return;

  record = g_new0 (WbTagRecord, 1);
  g_strlcpy (record->tag, tag, sizeof record->tag);
  if (extra != NULL)
    record->extra = *extra;
  record->text = g_strdup (text);
  g_ptr_array_add (self->records, record);
}

static gboolean
begin (WbTagger         *self,
       const char       *tag,
       const char       *attributes,
       const WbTagExtra *extra,
       const char       *text)
{
  const char *name;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->cr != NULL, FALSE);

  name = find_allowed (self, tag);
  if (name == NULL)
    return spoil (self, tag);

  cairo_tag_begin (self->cr, name, attributes);
  g_ptr_array_add (self->open, (gpointer) name);
  add_record (self, name, extra, text);
  if (strcmp (name, "NonStruct") != 0 && strcmp (name, "Document") != 0)
    self->has_structure = TRUE;

  return TRUE;
}

gboolean
wb_tagger_begin (WbTagger         *self,
                 const char       *tag,
                 const WbTagExtra *extra,
                 const char       *text)
{
  if (strcmp (tag, "Link") == 0)
    return spoil (self, tag);

  return begin (self, tag, NULL, extra, text);
}

/* Only what may stand in an address and in a PDF string; the rest percent-encoded. */
static char *
escape_uri (const char *uri)
{
  g_autofree char *valid = g_utf8_make_valid (uri, -1);

  return g_uri_escape_string (valid, ":/?#[]@!$&*+,;=%", FALSE);
}

gboolean
wb_tagger_begin_link (WbTagger   *self,
                      const char *uri,
                      const char *text)
{
  g_autofree char *escaped = escape_uri (uri);
  g_autofree char *attributes = g_strdup_printf ("uri='%s'", escaped);

  return begin (self, "Link", attributes, NULL, text);
}

/* Apostrophes, brackets and the like would end the name early. */
static char *
dup_place_name (const char *name)
{
  return g_strcanon (g_strdup (name), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", '-');
}

gboolean
wb_tagger_begin_jump (WbTagger   *self,
                      const char *name,
                      const char *text)
{
  g_autofree char *safe = dup_place_name (name);
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", safe);

  return begin (self, "Link", attributes, NULL, text);
}

gboolean
wb_tagger_end (WbTagger   *self,
               const char *tag)
{
  const char *top;

  g_return_val_if_fail (self != NULL, FALSE);

  top = get_top (self);
  if (g_strcmp0 (top, tag) != 0)
    return spoil (self, tag);

  cairo_tag_end (self->cr, top);
  g_ptr_array_remove_index (self->open, self->open->len - 1);

  return TRUE;
}

void
wb_tagger_add_place (WbTagger   *self,
                     const char *name,
                     double      x,
                     double      y)
{
  g_autofree char *safe = NULL;
  g_autofree char *attributes = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->cr != NULL);

  safe = dup_place_name (name);
  /* Whole points: Cairo 1.16 reads fractions as the locale writes them and gives up on any others. */
  attributes = g_strdup_printf ("name='%s' x=%d y=%d", safe, (int) x, (int) y);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

guint
wb_tagger_get_depth (WbTagger *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->open->len;
}

gboolean
wb_tagger_is_complete (WbTagger *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->spoiled && self->open->len == 0 && self->has_structure;
}

GPtrArray *
wb_tagger_get_records (WbTagger *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->records;
}
