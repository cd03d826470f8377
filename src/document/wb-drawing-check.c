/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-drawing-check-private.h"

#include "wb-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

/* A drawing is written by whoever wants; what draws it (librsvg) is careful, but has parts that read pictures inside pictures, files beside the
 * drawing, and effects that take as long as somebody likes. A coat of arms needs none of them, so only what it needs is let through. */

#define SVG "http://www.w3.org/2000/svg"
#define ADOBE "http://ns.adobe.com/"
#define XLINK "http://www.w3.org/1999/xlink"

/* What is drawn, with everything that is drawn again by <use>: coats of arms with all their ornaments have some thousands. */
#define MAX_ELEMENTS 10000
#define MAX_DEPTH 100
/* So many bytes of a path, or points of a line, are counted as one element. */
#define BYTES_PER_ELEMENT 200
/* What is clipped by style sheets is looked up for each element, so there must not be much of it. */
#define MAX_CLIPS 200
#define MAX_SELECTORS 500
#define MAX_SELECTOR_BYTES 200
#define MAX_CLIP_BYTES 1000

static const char *const known[] = {
  "svg", "g", "defs", "symbol", "use", "switch", "a", "title", "desc", "metadata", "style",
  "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
  "linearGradient", "radialGradient", "stop", "clipPath",
  /* Letters that LibreOffice puts into the file, though nothing draws with them. */
  "font", "font-face", "missing-glyph", "glyph", NULL
};

typedef struct
{
  GHashTable *ids;    /* const char * → xmlNode *: borrowed */
  GHashTable *counts; /* xmlNode * of targets → count + 1; 0 while it is being counted */
  GPtrArray *clips;   /* ClipRule */
  guint n_selectors;  /* of them all */
  GError **error;
} Check;

/* "a, b { clip-path: url(#c) }" of a style sheet. */
typedef struct
{
  char **selectors; /* owned; the last part of each; NULL where it may be any element */
  char *value;      /* owned; begins at "clip-path" */
} ClipRule;

static gboolean
refuse (GError     **error,
        const char  *what)
{
  /* Translators: a part of a drawing, as it stands in its file: “<image>”. */
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               _("The drawing holds “%s”, which is not opened, for safety. Please save it as PNG and choose that."), what);

  return FALSE;
}

static gboolean
refuse_size (GError **error)
{
  g_set_error_literal (error, WB_ERROR, WB_ERROR_INVALID,
                       _("The drawing has too many parts. Please save it as PNG and choose that."));

  return FALSE;
}

static gboolean
is_drawn (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL && strcmp ((const char *) node->ns->href, SVG) == 0;
}

static gboolean
is_reference (const xmlAttr *attribute)
{
  return strcmp ((const char *) attribute->name, "href") == 0 &&
         (attribute->ns == NULL || strcmp ((const char *) attribute->ns->href, XLINK) == 0);
}

/* Whether @value, of @length bytes, is one of "stroke-dasharray" that draws no dashes. */
static gboolean
is_solid (const char *value,
          gsize       length)
{
  static const char *const solid[] = { "", "none", "inherit", NULL };
  g_autofree char *word = g_strndup (value, length);

  g_strstrip (word);
  for (guint i = 0; solid[i] != NULL; i++)
    if (g_ascii_strcasecmp (word, solid[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Whether @style, a style or a whole sheet, speaks of dashes that may be drawn: dashes as short as somebody likes are as many as somebody
 * likes. "none" is what programs write as a rule. What cannot be read at once, as a comment
 * before the colon, may be anything. */
static gboolean
has_dashes (const char *style)
{
  static const char name[] = "stroke-dasharray";

  for (const char *found = strcasestr (style, name); found != NULL; found = strcasestr (found, name))
    {
      found += strlen (name);
      found += strspn (found, " \t\r\n\f");
      if (*found != ':' || !is_solid (found + 1, strcspn (found + 1, ";}")))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_attributes (Check   *self,
                  xmlNode *node)
{
  guint n_references = 0;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      g_autofree char *value = NULL;
      xmlChar *raw = xmlNodeListGetString (node->doc, attribute->children, 1);

      value = g_strdup (raw != NULL ? (const char *) raw : "");
      xmlFree (raw);
      n_references += is_reference (attribute);
      if (n_references > 1)
        return refuse (self->error, "xlink:href, href");
      /* A style that is written with escapes is read by no rule here. */
      if (attribute->ns == NULL && strchr (value, '\\') != NULL)
        return refuse (self->error, "\\");
      if (is_reference (attribute) && *g_strstrip (value) != '#' && strcmp ((const char *) node->name, "a") != 0)
        return refuse (self->error, "href");
      if (has_dashes (value) ||
          (strcmp ((const char *) attribute->name, "stroke-dasharray") == 0 && !is_solid (value, strlen (value))))
        return refuse (self->error, "stroke-dasharray");
      if (strcmp ((const char *) attribute->name, "id") == 0 && attribute->children != NULL &&
          attribute->children->content != NULL)
        {
          if (!g_hash_table_insert (self->ids, attribute->children->content, node))
            return refuse (self->error, "id");
        }
    }

  return TRUE;
}

static void
clip_rule_free (gpointer data)
{
  ClipRule *rule = data;

  g_strfreev (rule->selectors);
  g_free (rule->value);
  g_free (rule);
}

/* A style sheet without its comments. (transfer full) */
static char *
dup_without_comments (const char *sheet)
{
  GString *out = g_string_new (NULL);
  const char *p = sheet;

  for (const char *comment = strstr (p, "/*"); comment != NULL; comment = strstr (p, "/*"))
    {
      const char *end = strstr (comment + 2, "*/");

      g_string_append_len (out, p, comment - p);
      g_string_append_c (out, ' ');
      if (end == NULL)
        return g_string_free (out, FALSE);
      p = end + 2;
    }
  g_string_append (out, p);

  return g_string_free (out, FALSE);
}

/* Where strings hold brackets, or rules hold rules, nobody knows here what is meant. */
static gboolean
is_plain_sheet (const char *sheet)
{
  for (const char *p = sheet; *p != '\0'; p++)
    {
      const char quote[] = { *p, '{', '}', ';', '\n', '\r', '\f', '\0' };

      if (*p == '@')
        return FALSE;
      if (*p != '"' && *p != '\'')
        continue;
      p += 1 + strcspn (p + 1, quote);
      if (*p != quote[0])
        return FALSE;
    }

  return TRUE;
}

/* What of @selector, of @length bytes, is about the element itself: ".b" of ".a > .b". "*" where that is too long to be looked at. (transfer
 * full) */
static char *
dup_last_part (const char *selector,
               gsize       length)
{
  gsize start;

  while (length > 0 && g_ascii_isspace (selector[length - 1]))
    length--;
  for (start = length; start > 0 && strchr (" \t\r\n\f>+~", selector[start - 1]) == NULL; start--)
    if (length - start > MAX_SELECTOR_BYTES)
      return g_strdup ("*");

  return g_strndup (selector + start, length - start);
}

/* "a, .b c" from @start to @end as "a", "c". FALSE where there are too many. */
static gboolean
split_selectors (Check      *self,
                 ClipRule   *rule,
                 const char *start,
                 const char *end)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *next = start;

  while (next <= end)
    {
      const char *comma = memchr (next, ',', end - next);
      const char *stop = comma != NULL ? comma : end;
      g_autofree char *last = NULL;

      if (++self->n_selectors > MAX_SELECTORS)
        return FALSE;
      last = dup_last_part (next, stop - next);
      g_strv_builder_add (builder, last);
      next = stop + 1;
    }
  rule->selectors = g_strv_builder_end (builder);

  return TRUE;
}

/* FALSE where there is too much to look at. */
static gboolean
collect_clips (Check      *self,
               const char *text)
{
  g_autofree char *sheet = dup_without_comments (text);
  const gboolean plain = is_plain_sheet (sheet);
  const char *clip = strcasestr (sheet, "clip-path");

  while (clip != NULL)
    {
      const gsize length = strcspn (clip, ";}");
      ClipRule *rule;
      const char *open = clip;
      const char *start;

      if (self->clips->len >= MAX_CLIPS || length > MAX_CLIP_BYTES)
        return FALSE;
      while (open > sheet && *open != '{')
        open--;
      for (start = open; start > sheet && strchr ("{}", start[-1]) == NULL; start--)
        ;
      rule = g_new0 (ClipRule, 1);
      rule->value = g_strndup (clip, length);
      g_ptr_array_add (self->clips, rule);
      if (plain && !split_selectors (self, rule, start, open))
        return FALSE;
      clip = strcasestr (clip + length, "clip-path");
    }

  return TRUE;
}

/* Whether there is nothing but text in @sheet: then what is read here is what is read by what draws. */
static gboolean
is_only_text (const xmlNode *sheet)
{
  for (const xmlNode *node = sheet->children; node != NULL; node = node->next)
    if (node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE)
      return FALSE;

  return TRUE;
}

static gboolean
check_style (Check   *self,
             xmlNode *node)
{
  xmlChar *text = strcmp ((const char *) node->name, "style") == 0 ? xmlNodeGetContent (node) : NULL;
  const gboolean dashes = text != NULL && strcasestr ((const char *) text, "stroke-dasharray") != NULL &&
                          (!is_only_text (node) || has_dashes ((const char *) text));
  const gboolean escapes = text != NULL && strchr ((const char *) text, '\\') != NULL;
  const gboolean imports = text != NULL && strcasestr ((const char *) text, "@import") != NULL;
  const gboolean small = text == NULL || collect_clips (self, (const char *) text);

  xmlFree (text);
  if (escapes)
    return refuse (self->error, "\\");
  if (imports)
    return refuse (self->error, "@import");
  if (!small)
    return refuse_size (self->error);

  return !dashes || refuse (self->error, "stroke-dasharray");
}

/* Notes about the file stand between "<?xpacket" and another one; nothing that draws looks at them. */
static gboolean
is_packet (const xmlNode *instruction)
{
  return strcmp ((const char *) instruction->name, "xpacket") == 0 && instruction->parent != NULL &&
         strcmp ((const char *) instruction->parent->name, "metadata") == 0;
}

/* What Illustrator writes for itself alone: a place for its own data, with nothing in it that is drawn. */
static gboolean
is_private (const xmlNode *node)
{
  xmlChar *extensions = xmlGetNoNsProp (node, (const xmlChar *) "requiredExtensions");
  const gboolean is_own = strcmp ((const char *) node->name, "foreignObject") == 0 && extensions != NULL && *extensions != '\0';

  xmlFree (extensions);
  if (!is_own)
    return FALSE;
  for (const xmlNode *kid = node->children; kid != NULL; kid = kid->next)
    if (kid->type == XML_ELEMENT_NODE &&
        (kid->children != NULL || kid->ns == NULL || !g_str_has_prefix ((const char *) kid->ns->href, ADOBE)))
      return FALSE;

  return TRUE;
}

static gboolean
check_nodes (Check   *self,
             xmlNode *first,
             guint    depth,
             guint   *n)
{
  for (xmlNode *node = first; node != NULL; node = node->next)
    {
      if (node->type == XML_ENTITY_REF_NODE)
        return refuse (self->error, "<!ENTITY>");
      if (node->type == XML_PI_NODE && !is_packet (node))
        return refuse (self->error, "<?");
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (++*n > MAX_ELEMENTS || depth > MAX_DEPTH)
        return refuse_size (self->error);
      if (is_drawn (node) && !g_strv_contains (known, (const char *) node->name) && !is_private (node))
        {
          g_autofree char *name = g_strdup_printf ("<%.40s>", (const char *) node->name);

          return refuse (self->error, name);
        }
      if (!check_attributes (self, node) || !check_style (self, node) || !check_nodes (self, node->children, depth + 1, n))
        return FALSE;
    }

  return TRUE;
}

static xmlNode *
find_target (Check   *self,
             xmlNode *node)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (is_reference (attribute) && attribute->children != NULL && attribute->children->content != NULL &&
        *attribute->children->content == '#')
      return g_hash_table_lookup (self->ids, attribute->children->content + 1);

  return NULL;
}

/* What "url(#a)" in @value leads to. (nullable) */
static xmlNode *
find_url (Check      *self,
          const char *value)
{
  const char *url = value != NULL ? strcasestr (value, "url(") : NULL;
  g_autofree char *id = NULL;
  gsize length;

  if (url == NULL)
    return NULL;
  url += strlen ("url(");
  url += strspn (url, " \t\r\n'\"");
  if (*url != '#')
    return NULL;
  length = strcspn (++url, ")'\" \t\r\n");
  id = g_strndup (url, length);

  return g_hash_table_lookup (self->ids, id);
}

static guint count_drawn (Check   *self,
                          xmlNode *node,
                          guint    depth);

/* Each "clip-path" in @style, which may be there several times; more than anybody draws where it is there very often. */
static guint
count_style (Check      *self,
             const char *style,
             guint       depth)
{
  guint n = 0, n_clips = 0;

  for (const char *clip = strcasestr (style, "clip-path"); clip != NULL && n <= MAX_ELEMENTS;
       clip = strcasestr (clip + 1, "clip-path"))
    {
      xmlNode *target;

      if (++n_clips > MAX_CLIPS)
        return MAX_ELEMENTS + 1;
      target = find_url (self, clip);
      n += target != NULL ? count_drawn (self, target, depth + 1) : 0;
    }

  return n;
}

/* What is drawn for the attributes of @node: long paths, and what it is clipped with. */
static guint
count_attributes (Check   *self,
                  xmlNode *node,
                  guint    depth)
{
  guint n = 0;

  for (const xmlAttr *attribute = node->properties; attribute != NULL && n <= MAX_ELEMENTS; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, 1);
      xmlNode *target = value != NULL && strcmp (name, "clip-path") == 0 ? find_url (self, (const char *) value) : NULL;

      if (value != NULL && (strcmp (name, "d") == 0 || strcmp (name, "points") == 0))
        n += (guint) MIN (strlen ((const char *) value) / BYTES_PER_ELEMENT, MAX_ELEMENTS + 1);
      if (value != NULL && strcmp (name, "style") == 0)
        n += count_style (self, (const char *) value, depth);
      if (target != NULL)
        n += count_drawn (self, target, depth + 1);
      xmlFree (value);
    }

  return n;
}

/* Whether @word is one of the words of @attribute. */
static gboolean
has_word (const xmlNode *node,
          const char    *attribute,
          const char    *word)
{
  static const char spaces[] = " \t\r\n\f";
  const gsize length = strlen (word);
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) attribute);
  gboolean found = FALSE;

  for (const char *next = (const char *) value; next != NULL && *next != '\0' && !found;)
    {
      const gsize n = strcspn (next, spaces);

      found = n == length && g_ascii_strncasecmp (next, word, n) == 0;
      next += n;
      next += strspn (next, spaces);
    }
  xmlFree (value);

  return found;
}

/* Whether a selector that ends with @last may mean @node: only "name", ".class" and "#id" are looked at, all else may be. */
static gboolean
may_select (const char    *last,
            const xmlNode *node)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

  if (*last == '\0' || strspn (last + 1, letters) != strlen (last + 1))
    return TRUE;
  if (*last == '.')
    return has_word (node, "class", last + 1);
  if (*last == '#')
    return has_word (node, "id", last + 1);

  return strchr (letters, *last) == NULL || g_ascii_strcasecmp (last, (const char *) node->name) == 0;
}

/* What style sheets clip @node with. */
static guint
count_sheets (Check   *self,
              xmlNode *node,
              guint    depth)
{
  guint n = 0;

  for (guint i = 0; i < self->clips->len && n <= MAX_ELEMENTS; i++)
    {
      const ClipRule *rule = g_ptr_array_index (self->clips, i);
      gboolean selected = rule->selectors == NULL;

      for (guint j = 0; !selected && rule->selectors[j] != NULL; j++)
        selected = may_select (rule->selectors[j], node);
      if (selected)
        n += count_style (self, rule->value, depth);
    }

  return n;
}

/* How many elements are drawn for @node, at most MAX_ELEMENTS + 1; that many, too, where it draws itself. */
static guint
count_drawn (Check   *self,
             xmlNode *node,
             guint    depth)
{
  gpointer counted;
  guint n = 1;

  if (depth > 2 * MAX_DEPTH)
    return MAX_ELEMENTS + 1;
  if (g_hash_table_lookup_extended (self->counts, node, NULL, &counted))
    return counted != NULL ? GPOINTER_TO_UINT (counted) - 1 : MAX_ELEMENTS + 1;

  g_hash_table_insert (self->counts, node, NULL);
  for (xmlNode *child = node->children; child != NULL && n <= MAX_ELEMENTS; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      n += count_drawn (self, child, depth + 1);
  n += count_attributes (self, node, depth);
  n += count_sheets (self, node, depth);
  if (strcmp ((const char *) node->name, "use") == 0)
    {
      xmlNode *target = find_target (self, node);

      n += target != NULL ? count_drawn (self, target, depth + 1) : 0;
    }
  n = MIN (n, MAX_ELEMENTS + 1);
  g_hash_table_insert (self->counts, node, GUINT_TO_POINTER (n + 1));

  return n;
}

/* The address of a style sheet is followed by nothing that draws here, unless the style is in the address itself. */
static gboolean
is_idle (const xmlNode *instruction)
{
  const char *text = (const char *) instruction->content;

  return strcmp ((const char *) instruction->name, "xml-stylesheet") == 0 && text != NULL && strcasestr (text, "data:") == NULL
         && strchr (text, '&') == NULL;
}

static gboolean
check_document (xmlDoc  *document,
                GError **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) clips = g_ptr_array_new_with_free_func (clip_rule_free);
  Check self = { ids, counts, clips, 0, error };
  xmlNode *root = xmlDocGetRootElement (document);
  guint n = 0;

  if (document->intSubset != NULL && document->intSubset->entities != NULL)
    return refuse (error, "<!ENTITY>");
  for (const xmlNode *node = document->children; node != NULL; node = node->next)
    if (node->type == XML_PI_NODE && !is_idle (node))
      return refuse (error, "<?");
  if (root == NULL || !is_drawn (root) || strcmp ((const char *) root->name, "svg") != 0)
    {
      g_set_error_literal (error, WB_ERROR, WB_ERROR_INVALID,
                           _("The picture is neither a PNG nor an SVG file. Please save it as PNG and choose that."));
      return FALSE;
    }

  return check_nodes (&self, root, 0, &n) && (count_drawn (&self, root, 0) <= MAX_ELEMENTS || refuse_size (error));
}

gboolean
wb_drawing_check (GBytes  *bytes,
                  GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean is_sound;
  xmlDoc *document;

  g_return_val_if_fail (size <= G_MAXINT, FALSE);

  /* Entities stay as they are; nothing is loaded, from nowhere. */
  document = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL)
    {
      g_set_error_literal (error, WB_ERROR, WB_ERROR_INVALID,
                           _("The picture is neither a PNG nor a sound SVG file. Please save it as PNG and choose that."));
      return FALSE;
    }
  is_sound = check_document (document, error);
  xmlFreeDoc (document);

  return is_sound;
}
