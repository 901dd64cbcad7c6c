/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "dites-kind.h"

G_BEGIN_DECLS

/**
 * DitesPhoto:
 * @sha256: what names it, 64 hexadecimal digits
 * @type: its media type, "image/jpeg"
 * @length: its bytes
 * @width: in pixels, upright
 * @height: in pixels, upright
 */
typedef struct
{
  char *sha256;
  char *type;
  gsize length;
  int   width;
  int   height;
} DitesPhoto;

void dites_photo_free (DitesPhoto *photo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesPhoto, dites_photo_free)

/* What an entry of the history did; the order is stored. */
typedef enum
{
  DITES_HISTORY_CHANGE,
  DITES_HISTORY_UNDO,
  DITES_HISTORY_REDO,
} DitesHistoryType;

/**
 * DitesHistoryEntry:
 * @sequence: its place in the history, growing
 * @name: what was done, for a person
 * @at: when, UTC, ISO 8601
 * @by: on which desk
 * @n_documents: how many documents it changed
 * @undone: whether it has been taken back
 * @type: whether it did something, took it back or did it again
 * @before: (nullable): the document before, when one was asked for
 * @after: (nullable): the document after, when one was asked for
 */
typedef struct
{
  gint64           sequence;
  char            *name;
  char            *at;
  char            *by;
  guint            n_documents;
  gboolean         undone;
  DitesHistoryType type;
  DitesDocument   *before;
  DitesDocument   *after;
} DitesHistoryEntry;

void dites_history_entry_free (DitesHistoryEntry *entry);

/**
 * DitesReader:
 *
 * Reads the store over a connection of its own, and sees it as it was when it
 * was made, or at the last dites_reader_refresh(). It blocks, so it belongs to
 * one worker thread, or to a program without a main loop.
 */
typedef struct _DitesReader DitesReader;

void dites_reader_free (DitesReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesReader, dites_reader_free)

/* What a reader hands out one by one; return FALSE to stop. */
typedef gboolean (*DitesDocumentFunc) (DitesDocument *document,
                                       gpointer       user_data);

gboolean       dites_reader_refresh (DitesReader *self,
                                     GError     **error);
gboolean       dites_reader_is_complete (DitesReader *self,
                                         GError     **error);
DitesDocument *dites_reader_get (DitesReader *self,
                                 const char  *id,
                                 GError     **error);
gboolean       dites_reader_get_readable (DitesReader    *self,
                                          const char     *id,
                                          DitesDocument **document,
                                          GPtrArray      *damaged,
                                          GError        **error);
gboolean       dites_reader_is_trashed (DitesReader *self,
                                        const char  *id);
guint          dites_reader_count (DitesReader *self, const char *kind, gboolean trashed);
GPtrArray     *dites_reader_find (DitesReader *self,
                                  const char  *kind,
                                  const char  *key,
                                  GError     **error);
GPtrArray     *dites_reader_refer_to (DitesReader *self,
                                      const char  *kind,
                                      const char  *field,
                                      const char  *id,
                                      GError     **error);
GPtrArray     *dites_reader_find_clashes (DitesReader *self, DitesDocument *document, GError **error);
gboolean       dites_reader_foreach (DitesReader      *self,
                                     const char       *kind,
                                     const char       *search,
                                     DitesDocumentFunc func,
                                     gpointer          user_data,
                                     GError          **error);
gboolean       dites_reader_foreach_readable (DitesReader      *self,
                                              const char       *kind,
                                              const char       *search,
                                              DitesDocumentFunc func,
                                              gpointer          user_data,
                                              GPtrArray        *damaged,
                                              GError          **error);
char          *dites_reader_title_of (const char *id,
                                      gpointer    reader);
GBytes        *dites_reader_photo_of (const char *sha256,
                                      gpointer    reader,
                                      GError    **error);
GBytes        *dites_reader_load_photo (DitesReader *self,
                                        const char  *sha256,
                                        GError     **error);
GPtrArray     *dites_reader_get_history (DitesReader *self,
                                         const char  *id,
                                         guint        limit,
                                         GError     **error);
gint64         dites_reader_get_sequence (DitesReader *self);

G_END_DECLS
