/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DitesError:
 * @DITES_ERROR_INVALID: what was given is not what was asked for: a text, a document, a value
 * @DITES_ERROR_NOT_A_LIST: a file that was given as a list is something else
 * @DITES_ERROR_NOT_FOUND: there is no such document, photo or kind
 * @DITES_ERROR_CONFLICT: somebody else has changed the same field in the meantime
 * @DITES_ERROR_NOTHING: there is nothing to undo or to redo
 * @DITES_ERROR_NEWER: the file was written by a newer version
 * @DITES_ERROR_DAMAGED: the file is damaged
 * @DITES_ERROR_STORAGE: the disk does not take or give what it should: full, read-only, failing
 *
 * What a caller acts upon; every other error keeps the domain it came with.
 * Every message is one translated clause for the person, without a full stop.
 */
typedef enum
{
  DITES_ERROR_INVALID,
  DITES_ERROR_NOT_A_LIST,
  DITES_ERROR_NOT_FOUND,
  DITES_ERROR_CONFLICT,
  DITES_ERROR_NOTHING,
  DITES_ERROR_NEWER,
  DITES_ERROR_DAMAGED,
  DITES_ERROR_STORAGE,
} DitesError;

#define DITES_ERROR (dites_error_quark ())

GQuark dites_error_quark (void);

G_END_DECLS
