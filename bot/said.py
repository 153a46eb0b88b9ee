"""What Telegram says when it refuses a call, by what it means for us."""

SAME = ("message is not modified", "TOPIC_NOT_MODIFIED", "message to delete not found")
EDIT_LOST = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")
THREAD_LOST = ("message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID")
CHAT_LOST = (
    "chat not found",
    "PEER_ID_INVALID",
    "user is deactivated",
    "not enough rights to send",
)
PHOTO_LOST = (
    "failed to get HTTP URL content",
    "wrong file identifier",
    "wrong remote file",
    "wrong type of the web page content",
    "WEBPAGE_CURL_FAILED",
    "WEBPAGE_MEDIA_EMPTY",
    "MEDIA_EMPTY",
    "IMAGE_PROCESS_FAILED",
    "PHOTO_INVALID_DIMENSIONS",
    "PHOTO_EXT_INVALID",
    "file must be non-empty",
    "can't use file of type",
    "Request Entity Too Large",
)


def says(said: str, phrases: tuple[str, ...]) -> bool:
    """Whether a refusal holds one of these phrases."""
    return any(phrase.lower() in said.lower() for phrase in phrases)
