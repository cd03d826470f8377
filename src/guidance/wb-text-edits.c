/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-text-edits.h"

#include <string.h>

#define OWN "+/"
/* So much of a text says what a change is about, in characters. */
#define TITLE_LENGTH 60

/* While edits are laid over parts. */
typedef struct
{
  GPtrArray *parts; /* WbTextPart of the template, copied */
  GPtrArray *edits; /* WbSlide */
  gboolean *taken;  /* for each part */
  gboolean *placed; /* for each edit */
  int *anchors;     /* for each edit that is not placed: behind which part it stands */
} Match;

/* How a key and an edit's can be the same thing. */
typedef gboolean (* IsSame) (const char *key,
                             const char *other);

static gboolean
is_same_key (const char *key,
             const char *other)
{
  return g_str_equal (key, other);
}

/* "section/kind~hash" → "~hash". */
static gboolean
is_same_text (const char *key,
              const char *other)
{
  const char *hash = strrchr (key, '~');
  const char *other_hash = strrchr (other, '~');

  return hash != NULL && other_hash != NULL && g_str_equal (hash, other_hash);
}

static gboolean
is_same_place (const char *key,
               const char *other)
{
  const char *hash = strrchr (key, '~');
  const char *other_hash = strrchr (other, '~');

  return hash != NULL && other_hash != NULL && hash - key == other_hash - other && strncmp (key, other, hash - key) == 0;
}

static gboolean
is_same_section (const char *key,
                 const char *other)
{
  const char *end = strchr (key, '/');

  return end != NULL && strncmp (key, other, end - key + 1) == 0;
}

static const IsSame ways[] = { is_same_key, is_same_text, is_same_place };

static void
lay_over (WbTextPart    *part,
          const WbSlide *edit)
{
  g_free (part->text);
  part->text = part->kind != WB_TEXT_PART_FIXED ? g_strdup (edit->body) : NULL;
  g_free (part->base);
  part->base = g_strdup (edit->notes);
  part->hidden = edit->hidden && part->kind != WB_TEXT_PART_CELL;
}

/* Gives each edit that @is_same finds a part for to that part. */
static void
match (Match  *self,
       IsSame  is_same)
{
  for (guint i = 0; i < self->edits->len; i++)
    {
      const WbSlide *edit = g_ptr_array_index (self->edits, i);

      for (guint j = 0; !self->placed[i] && j < self->parts->len; j++)
        {
          WbTextPart *part = g_ptr_array_index (self->parts, j);

          if (self->taken[j] || !is_same (part->key, edit->key))
            continue;
          lay_over (part, edit);
          self->taken[j] = self->placed[i] = TRUE;
        }
    }
}

/* The last of the parts that stand in the one at @index; cells stand in their table. */
static int
skip_inner (GPtrArray *parts,
            int        index)
{
  const WbTextPart *part = g_ptr_array_index (parts, index);
  const int depth = (int) part->depth - (part->kind == WB_TEXT_PART_CELL ? 1 : 0);

  while (index + 1 < (int) parts->len && (int) ((const WbTextPart *) g_ptr_array_index (parts, index + 1))->depth > depth)
    index++;

  return index;
}

/* Behind which part something belongs that stood at @key; -1: at the beginning. */
static int
find_anchor (GPtrArray  *parts,
             const char *key)
{
  int last = -1;

  if (*key == '\0')
    return -1;
  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    for (guint i = 0; i < parts->len; i++)
      if (ways[way] (((const WbTextPart *) g_ptr_array_index (parts, i))->key, key))
        return skip_inner (parts, (int) i);
  for (guint i = 0; i < parts->len; i++)
    if (is_same_section (((const WbTextPart *) g_ptr_array_index (parts, i))->key, key))
      last = (int) i;

  return last >= 0 ? skip_inner (parts, last) : (int) parts->len - 1;
}

/* The key of the part that a paragraph of the user's own was put behind. (transfer full) */
static char *
dup_anchor_key (const char *key)
{
  const char *end = strrchr (key, '|');

  key += strlen (OWN);

  return end != NULL && end >= key ? g_strndup (key, end - key) : g_strdup (key);
}

/* What @edit is when the template has nothing that it belongs to. (transfer full) */
static WbTextPart *
make_free (const WbSlide *edit)
{
  WbTextPart *part = wb_text_part_new (WB_TEXT_PART_PARAGRAPH, edit->key, NULL);

  part->text = g_strdup (edit->body);
  part->base = g_strdup (edit->notes);
  part->hidden = edit->hidden;
  part->lost = !wb_text_part_is_own (part);
  if (part->text == NULL && !part->lost)
    part->text = g_strdup ("");

  return part;
}

static void
find_anchors (Match *self)
{
  for (guint i = 0; i < self->edits->len; i++)
    {
      const WbSlide *edit = g_ptr_array_index (self->edits, i);
      g_autofree char *key = NULL;

      if (self->placed[i])
        continue;
      key = g_str_has_prefix (edit->key, OWN) ? dup_anchor_key (edit->key) : g_strdup (edit->key);
      self->anchors[i] = find_anchor (self->parts, key);
    }
}

static void
append_free (Match     *self,
             GPtrArray *out,
             int        anchor)
{
  for (guint i = 0; i < self->edits->len; i++)
    if (!self->placed[i] && self->anchors[i] == anchor)
      g_ptr_array_add (out, make_free (g_ptr_array_index (self->edits, i)));
}

void
wb_text_edits_cover (GPtrArray *parts)
{
  guint depth = G_MAXUINT;
  int level = 0;

  g_return_if_fail (parts != NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      WbTextPart *part = g_ptr_array_index (parts, i);

      if (part->kind == WB_TEXT_PART_HEADING && part->depth == 0 && part->level <= level)
        level = 0;
      if (part->depth <= depth)
        depth = G_MAXUINT;
      part->covered = level > 0 || depth < G_MAXUINT;
      if (!part->hidden || part->covered)
        continue;
      if (part->kind == WB_TEXT_PART_HEADING && part->depth == 0)
        level = part->level;
      else if (part->kind == WB_TEXT_PART_FIXED || part->kind == WB_TEXT_PART_ITEM)
        depth = part->depth;
    }
}

GPtrArray *
wb_text_edits_apply (GPtrArray *parts,
                     GPtrArray *edits)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree gboolean *taken = NULL;
  g_autofree gboolean *placed = NULL;
  g_autofree int *anchors = NULL;
  GPtrArray *out;
  Match self;

  g_return_val_if_fail (parts != NULL, NULL);
  g_return_val_if_fail (edits != NULL, NULL);

  copies = wb_text_part_list_new ();
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (copies, wb_text_part_copy (g_ptr_array_index (parts, i)));
  taken = g_new0 (gboolean, parts->len + 1);
  placed = g_new0 (gboolean, edits->len + 1);
  anchors = g_new0 (int, edits->len + 1);
  self = (Match) { copies, edits, taken, placed, anchors };
  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    match (&self, ways[way]);
  find_anchors (&self);

  out = wb_text_part_list_new ();
  append_free (&self, out, -1);
  for (guint i = 0; i < copies->len; i++)
    {
      g_ptr_array_add (out, wb_text_part_ref (g_ptr_array_index (copies, i)));
      append_free (&self, out, (int) i);
    }
  wb_text_edits_cover (out);

  return out;
}

/* The beginning of @text, in one line. (transfer full) */
static char *
make_title (const char *text)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (text), "\r\n\t", ' '));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= TITLE_LENGTH)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, TITLE_LENGTH);

  return g_strdup_printf ("%s…", start);
}

/* A text longer than a file may hold is cut. (nullable) (transfer full) */
static char *
dup_bounded (const char *text)
{
  char *copy = g_strdup (text);

  if (copy != NULL && strlen (copy) > WB_SLIDE_MAX_TEXT)
    *g_utf8_find_prev_char (copy, copy + WB_SLIDE_MAX_TEXT + 1) = '\0';

  return copy;
}

GPtrArray *
wb_text_edits_find (GPtrArray *parts)
{
  GPtrArray *edits;

  g_return_val_if_fail (parts != NULL, NULL);

  edits = wb_slide_list_new ();
  for (guint i = 0; i < parts->len; i++)
    {
      const WbTextPart *part = g_ptr_array_index (parts, i);
      const char *words = part->base != NULL && *part->base != '\0' ? part->base : wb_text_part_get_text (part);
      WbSlide *edit;

      if (!wb_text_part_is_changed (part))
        continue;
      edit = wb_slide_new (part->key);
      edit->hidden = part->hidden;
      edit->title = make_title (words);
      edit->body = dup_bounded (part->text);
      edit->notes = dup_bounded (part->base);
      g_ptr_array_add (edits, edit);
    }

  return edits;
}

guint
wb_text_edits_count (GPtrArray *parts,
                     guint     *stale)
{
  guint n = 0, n_stale = 0;

  g_return_val_if_fail (parts != NULL, 0);

  for (guint i = 0; i < parts->len; i++)
    {
      const WbTextPart *part = g_ptr_array_index (parts, i);

      if (part->lost && part->text == NULL)
        continue;
      n += wb_text_part_is_changed (part) ? 1 : 0;
      n_stale += wb_text_part_is_stale (part) ? 1 : 0;
    }
  if (stale != NULL)
    *stale = n_stale;

  return n;
}
