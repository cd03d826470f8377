/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-odf-xml.h"

G_BEGIN_DECLS

/* Properties of a paragraph may begin with this, a length and ";": text behind a tab ends there. */
#define WB_ODF_RIGHT_TAB "right-tab="

/* A style. All strings as for wb_odf_xml_attributes(), and NULL where there are none. */
typedef struct
{
  const char *name;       /* NULL for automatic ones; "_20_" stands for a space */
  const char *family;     /* "paragraph", "text", "table-cell" … */
  const char *parent;
  const char *attributes; /* of the style itself */
  const char *properties; /* of its family */
  const char *paragraph;  /* of its paragraphs, for families that are no paragraphs */
  const char *text;
} WbOdfStyle;

/**
 * WbOdfStyles:
 *
 * The automatic styles of one part: each look once, under a name of its own.
 */
typedef struct _WbOdfStyles WbOdfStyles;

/* @prefix: what the names begin with. */
WbOdfStyles *wb_odf_styles_new         (const char         *prefix);
void         wb_odf_styles_free        (WbOdfStyles        *self);
/* The name of the style that looks like @style; lives as long as @self. */
const char  *wb_odf_styles_get         (WbOdfStyles        *self,
                                        const WbOdfStyle   *style);
/* The name of a style of data: @type "number", "percentage", "currency" or "date". */
const char  *wb_odf_styles_get_data    (WbOdfStyles        *self,
                                        const char         *type,
                                        guint               decimals,
                                        gboolean            grouping);
/* Everything so far, for office:automatic-styles. */
WbOdfXml    *wb_odf_styles_get_xml     (WbOdfStyles        *self);

/* Writes one style. */
void         wb_odf_style_write        (const WbOdfStyle   *style,
                                        WbOdfXml           *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbOdfStyles, wb_odf_styles_free)

G_END_DECLS
