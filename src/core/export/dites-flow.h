/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-pdf-text.h"

G_BEGIN_DECLS

/* The grid: one wide and one narrow column, or both together. */
#define DITES_MARGIN   40.0
#define DITES_FULL     (DITES_PAGE_WIDTH - 2 * DITES_MARGIN)
#define DITES_GUTTER   20.0
#define DITES_NARROW   178.0
#define DITES_WIDE     (DITES_FULL - DITES_GUTTER - DITES_NARROW)
#define DITES_NARROW_X (DITES_MARGIN + DITES_WIDE + DITES_GUTTER)
#define DITES_TOP      36.0
#define DITES_BOTTOM   796.0

typedef struct _DitesFlow DitesFlow;

/**
 * DitesFlow:
 * @foot: what stands at the foot of every page
 * @running_head: (nullable): what stands at the head of every page but the first
 * @page_shift: what to add to a page's place to get its number
 * @width: how wide the text runs; a new page makes it the full width again
 * @y: where the next thing comes
 * @bottom: how far down this page is used
 * @leaving: (nullable): called once, before the page is left: to draw what is still due on it
 *
 * Where the text has come to, on pages that follow each other.
 */
struct _DitesFlow
{
  DitesPdf   *pdf;
  const char *foot;
  const char *running_head;
  int         page_shift;

  double width;
  double y;
  double bottom;
  void (*leaving) (DitesFlow *self, gpointer user_data);
  gpointer leaving_data;
};

void     dites_flow_begin (DitesFlow  *self,
                           DitesPdf   *pdf,
                           const char *foot,
                           int         page_shift);
guint    dites_flow_get_page (DitesFlow *self);
void     dites_flow_finish_page (DitesFlow *self);
void     dites_flow_new_page (DitesFlow *self);
gboolean dites_flow_need (DitesFlow *self,
                          double     height);
void     dites_flow_heading (DitesFlow  *self,
                             const char *text,
                             double      keep);
void     dites_flow_text (DitesFlow  *self,
                          DitesStyle  style,
                          const char *text);

G_END_DECLS
