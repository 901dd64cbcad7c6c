/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document.h"

#include <string.h>

#define SCHEMA 1

/* One member: its name and value as JSON text, which @owner holds. */
typedef struct
{
  DitesJson name;
  DitesJson value;
} Member;

struct _DitesDocumentBuilder
{
  DitesDocument *base; /* (nullable) */
  GStringChunk  *texts;
  GArray        *members; /* of Member, in the order they are written */
};

static DitesJson
keep (DitesDocumentBuilder *self,
      const char           *text,
      gsize                 length)
{
  DitesJson json;

  json.text = g_string_chunk_insert_len (self->texts, text, length);
  json.length = length;

  return json;
}

static Member *
find_member (DitesDocumentBuilder *self,
             const char           *name)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      Member *member = &g_array_index (self->members, Member, i);

      if (dites_json_string_equal (member->name, name))
        return member;
    }

  return NULL;
}

static DitesDocumentBuilder *
builder_alloc (DitesDocument *base)
{
  DitesDocumentBuilder *self = g_new0 (DitesDocumentBuilder, 1);

  g_set_object (&self->base, base);
  self->texts = g_string_chunk_new (512);
  self->members = g_array_sized_new (FALSE, FALSE, sizeof (Member), 24);

  return self;
}

/**
 * dites_document_builder_new:
 * @kind: (nullable): the name of a kind; %NULL for a part of a document
 * @id: (nullable): its id; %NULL with a kind for a new random one
 *
 * Returns: (transfer full): a builder of a new document
 */
DitesDocumentBuilder *
dites_document_builder_new (const char *kind,
                            const char *id)
{
  DitesDocumentBuilder *self = builder_alloc (NULL);

  if (kind != NULL)
    {
      g_autofree char *new_id = id == NULL ? dites_document_new_id (kind) : NULL;

      dites_document_builder_set_string (self, "_id", id != NULL ? id : new_id);
      dites_document_builder_set_string (self, "kind", kind);
      dites_document_builder_set_int (self, "schema", SCHEMA);
    }

  return self;
}

/**
 * dites_document_builder_new_from:
 * @document: a document
 *
 * Returns: (transfer full): a builder that begins with all that @document holds
 */
DitesDocumentBuilder *
dites_document_builder_new_from (DitesDocument *document)
{
  DitesDocumentBuilder *self = builder_alloc (document);
  gsize                 n = dites_document_get_n_members (document);

  g_array_set_size (self->members, n);
  for (gsize i = 0; i < n; i++)
    {
      Member *member = &g_array_index (self->members, Member, i);

      dites_document_get_member_at (document, i, &member->name, &member->value);
    }

  return self;
}

/**
 * dites_document_builder_free:
 * @self: (nullable) (transfer full): a builder
 */
void
dites_document_builder_free (DitesDocumentBuilder *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->base);
  g_string_chunk_free (self->texts);
  g_array_unref (self->members);
  g_free (self);
}

/**
 * dites_document_builder_set_json:
 * @self: a builder
 * @member: the name of a member
 * @json: a checked JSON value
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Sets a member to a value that is JSON already.
 */
void
dites_document_builder_set_json (DitesDocumentBuilder *self,
                                 const char           *member,
                                 const char           *json,
                                 gssize                length)
{
  DitesJson value = keep (self, json, length < 0 ? strlen (json) : (gsize) length);
  Member   *found = find_member (self, member);

  if (found != NULL)
    {
      found->value = value;
    }
  else
    {
      g_autoptr (GString) name = g_string_sized_new (32);
      Member added;

      dites_json_append_string (name, member);
      added.name = keep (self, name->str, name->len);
      added.value = value;
      g_array_append_val (self->members, added);
    }
}

/**
 * dites_document_builder_set_string:
 * @self: a builder
 * @member: the name of a member
 * @value: (nullable): valid UTF-8; %NULL or empty removes the member
 */
void
dites_document_builder_set_string (DitesDocumentBuilder *self,
                                   const char           *member,
                                   const char           *value)
{
  g_autoptr (GString) json = NULL;

  if (value == NULL || *value == '\0')
    {
      dites_document_builder_remove (self, member);
      return;
    }

  json = g_string_sized_new (strlen (value) + 8);
  dites_json_append_string (json, value);
  dites_document_builder_set_json (self, member, json->str, json->len);
}

/**
 * dites_document_builder_set_strings:
 * @self: a builder
 * @member: the name of a member
 * @values: (nullable): valid UTF-8 each; %NULL or empty removes the member
 */
void
dites_document_builder_set_strings (DitesDocumentBuilder *self,
                                    const char           *member,
                                    const char *const    *values)
{
  g_autoptr (GString) json = NULL;

  if (values == NULL || values[0] == NULL)
    {
      dites_document_builder_remove (self, member);
      return;
    }

  json = g_string_new ("[");
  for (gsize i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      dites_json_append_string (json, values[i]);
    }
  g_string_append_c (json, ']');
  dites_document_builder_set_json (self, member, json->str, json->len);
}

/**
 * dites_document_builder_set_int:
 * @self: a builder
 * @member: the name of a member
 * @value: a number within ±2⁵³, which every JSON library keeps
 */
void
dites_document_builder_set_int (DitesDocumentBuilder *self,
                                const char           *member,
                                gint64                value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  dites_document_builder_set_json (self, member, text, -1);
}

/**
 * dites_document_builder_set_flag:
 * @self: a builder
 * @member: the name of a member
 * @value: yes or no
 */
void
dites_document_builder_set_flag (DitesDocumentBuilder *self,
                                 const char           *member,
                                 gboolean              value)
{
  dites_document_builder_set_json (self, member, value ? "true" : "false", -1);
}

/**
 * dites_document_builder_remove:
 * @self: a builder
 * @member: the name of a member; it need not be there
 */
void
dites_document_builder_remove (DitesDocumentBuilder *self,
                               const char           *member)
{
  Member *found = find_member (self, member);

  if (found != NULL)
    g_array_remove_index (self->members, found - &g_array_index (self->members, Member, 0));
}

/**
 * dites_document_builder_end:
 * @self: a builder; it can go on afterwards
 *
 * Returns: (transfer full): the document
 */
DitesDocument *
dites_document_builder_end (DitesDocumentBuilder *self)
{
  g_autoptr (GString) text = g_string_sized_new (512);

  g_string_append_c (text, '{');
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append_len (text, member->name.text, member->name.length);
      g_string_append_c (text, ':');
      g_string_append_len (text, member->value.text, member->value.length);
    }
  g_string_append_c (text, '}');

  return dites_document_new_from_checked (text->str, text->len);
}
